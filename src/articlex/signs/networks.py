"""Names of social networks."""

from __future__ import annotations

#: Names of networks, and of other ways to pass a page on that share bars offer.
NETWORKS = frozenset(
    """facebook twitter x linkedin whatsapp telegram pinterest reddit tumblr pocket flipboard messenger
    email e-mail mail print instagram youtube tiktok snapchat xing viber skype vk vkontakte odnoklassniki ok
    weibo wechat qq qzone line kakaotalk kakao band hatena mastodon bluesky threads mix digg stumbleupon
    delicious buffer google+ google gplus evernote instapaper rss discord medium vimeo soundcloud
    spotify github flickr linked.in zalo вконтакте одноклассники фейсбук твиттер 微博 新浪微博 微信 朋友圈
    qq空间 豆瓣 はてなブックマーク ツイート ライン 카카오톡 페이스북 트위터 밴드 פייסבוק וואטסאפ טוויטר
    فيسبوك تويتر واتساب تيليجرام فیسبوک""".split()
)
#: Those in other than Latin letters. Some of the Latin ones are names of people too: "Line".
OTHER_NETWORKS = frozenset(name for name in NETWORKS if not name.isascii())
#: Those of networks that are no common words.
SURE_NETWORKS = frozenset(
    """facebook twitter linkedin whatsapp telegram pinterest reddit tumblr instagram youtube tiktok xing vk
    вконтакте одноклассники flickr vimeo""".split()
)
