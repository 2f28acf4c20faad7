import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.language import detect

TEXTS = {
    "en": "The bridge opened on Monday, and nobody had expected so many people, and the trams were full. "
    * 3,
    "ru": "Мост открыли в понедельник, и никто не ожидал, что придёт так много людей, и трамваи были полны. "
    * 3,
    "uk": "Міст відкрили в понеділок, і ніхто не чекав, що прийде стільки людей, і її трамваї були повні. "
    * 3,
    "fr": "Le pont a ouvert lundi, et personne n'attendait autant de monde, et les trams étaient pleins. "
    * 3,
    "tr": "Köprü pazartesi açıldı ve kimse bu kadar insan beklemiyordu ve tramvaylar doluydu. " * 5,
    "az": "Körpü bazar ertəsi açıldı və heç kim bu qədər adamın gələcəyini gözləmirdi. " * 3,
    "be": "Мост адкрылі ў панядзелак, і ніхто не чакаў, што прыйдзе так шмат людзей паглядзець на яго. " * 3,
    "eu": "Zubia astelehenean ireki zuten, eta inork ez zuen espero hainbeste jende etorriko zenik. " * 3,
    "ga": "Osclaíodh an droichead Dé Luain agus ní raibh súil ag aon duine go dtiocfadh an oiread sin. " * 3,
    "is": "Brúin var opnuð á mánudaginn og enginn hafði búist við svo mörgum til að sjá fyrsta vagninn. " * 3,
    "kk": "Көпір дүйсенбіде ашылды, мұнша көп адам келеді деп ешкім күтпеген еді. " * 3,
    "ky": "Көпүрө дүйшөмбү күнү ачылды, мынча көп адам келет деп эч ким күткөн эмес. " * 3,
    "mn": "Гүүр даваа гарагт нээгдсэн бөгөөд ийм олон хүн ирнэ гэж хэн ч бодоогүй байв. " * 3,
    "sr": "Мост је отворен у понедељак и нико није очекивао да ће доћи толико људи да га види. " * 3,
    "mk": "Мостот беше отворен во понеделник и никој не очекуваше дека ќе дојдат толку многу луѓе. " * 3,
    "tg": "Пул рӯзи душанбе кушода шуд ва ҳеҷ кас интизор набуд, ки ин қадар одам меояд. " * 3,
    "uz": "Koʻprik dushanba kuni ochildi va hech kim shuncha odam kelishini kutmagan edi. " * 3,
    "he": "הגשר נפתח ביום שני, ואיש לא ציפה שיבואו כל כך הרבה אנשים לראות את הרכבת הראשונה חוצה אותו.",
    "ko": "월요일에 다리가 개통되었고 아무도 이렇게 많은 사람들이 올 것이라고 예상하지 못했다. " * 2,
    "zh": "大桥于周一正式通车，许多市民前来观看第一辆电车驶过大桥，没有人想到会有这么多人。" * 2,
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_language(code, text):
    found = detect(text)
    assert found and found.codes == (code,)


#: Texts in words that two languages share, but for the letters of some: Bulgarian has no ы, Spanish no ã.
NEAR = {
    "ru": "Хозяева уверены, что внутри «что-то сломалось». На самом деле в девяти случаях из десяти механизм "
    "просто высох: масло загустело, пыль превратилась в пасту, и баланс больше не качается.",
    "pt": "Comecei porque o meu tio era cego e precisava de alguém que lhe levasse a mala. Ao fim de um ano "
    "já ouvia as batidas. São uma espécie de tremor entre duas cordas. Quando desaparece, está afinado.",
}


@pytest.mark.parametrize(("code", "text"), NEAR.items(), ids=NEAR.keys())
def test_letters_tell_a_language_from_its_neighbour(code, text):
    found = detect(text)
    assert found and found.codes == (code,)


def test_an_address_in_another_script_says_nothing_of_the_language():
    found = detect(
        "هذه هي النسخة المخبأة من https://travels.example/posts/three-days-in-the-valley كما ظهرت في شهر آب. "
        "لم أكن أعرف عن الوادي سوى عسله، وحين نزلت من الحافلة كان الهواء ساخناً كأنه يخرج من فرن."
    )
    assert found and found.codes == ("ar",)


@pytest.mark.parametrize("text", ["", "Home", "12345 " * 50, "xyzzy plugh " * 50, "\u093e" * 61 + " de la"])
def test_nothing_is_said_of(text):
    assert detect(text) is None


@given(st.text(max_size=500))
def test_any_text_is_in_a_language_with_a_code_or_in_none(text):
    found = detect(text)
    assert found is None or found.codes


def test_more_is_read_where_the_beginning_says_nothing():
    notice = "Besten Dank für Ihr Interesse. Ihr kostenloser Zugang ist abgelaufen. " * 7
    text = "The bridge over the river opened on Monday, and nobody had expected so many people. "
    beginning = (notice + text * 9)[:800]
    assert detect(beginning) is None
    assert detect(beginning + text * 9).codes == ("en",)
