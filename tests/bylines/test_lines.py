import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.bylines.label_tests import is_label, label_heads, label_starts, may_be_labelled
from articlex.bylines.lines import read_line
from articlex.data.bylines import byline_words

LINES = {
    "By Ann Example": ("by-person", "Ann Example"),
    "Von Anna Beispiel und Bernd Muster": ("by-person", "Anna Beispiel; Bernd Muster"),
    "Autor: Jan Przykład": ("colon-person", "Jan Przykład"),
    "文／山田太郎": ("colon-person", "山田太郎"),
    "홍길동 기자": ("by-person", "홍길동"),
    "홍길동 특파원": ("by-person", "홍길동"),
    "山田太郎記者": ("by-person", "山田太郎"),
    "王小明 著": ("by-person", "王小明"),
    "山田太郎さん": ("bare", "山田太郎"),
    "河港快訊／范姜佳鈺 2024年05月06日 20:19:00": ("dated", "范姜佳鈺"),
    "王小明／台北報導": ("by-person", "王小明"),
    "王小明 摄": ("bare", "王小明"),
    "陈博文": ("bare", "陈博文"),
    "Ann Example 于 2024-05-06 15:47:53 发布": ("dated", "Ann Example"),
    "清河-小王-学院 于 2024-05-06 15:47:53 发布": ("dated-word", "清河-小王-学院"),
    "王小明。(资料图)": (None, ""),
    "王小明、李华谈河边的旧桥。": (None, ""),
    "文・はるか。": ("colon-other", "はるか"),
    "Posted on 3 May 2024 by Ann Example": ("inside-by", "Ann Example"),
    "05.02.2020 - Redaktion: Anna Beispiel (Pressesprecherin)": ("colon-person", "Anna Beispiel"),
    "12.05.2024 | Anna Beispiel": ("dated", "Anna Beispiel"),
    "Domenica 19 aprile 2020 di Anna Esempio": ("by-person", "Anna Esempio"),
    "Zondag 5 mei 2024 door Jan Voorbeeld": ("by-person", "Jan Voorbeeld"),
    "Ann Example 5 May 2024 by Bo Sample": ("inside-by", "Bo Sample"),
    "Artikel von: Von Anna Beispiel, dpa": ("by-other", "Anna Beispiel; dpa"),
    "Adolfo López | El Sol de México": ("bare-part", "Adolfo López"),
    "Ana Ejemplo No Comments": ("bare", "Ana Ejemplo"),
    "John No Comments": (None, ""),
    "Wednesday, 08 May 2024 11:39 PM MYT": (None, ""),
    "Wednesday, 08 May 2024 11:39 p.m. Ann Example": ("dated", "Ann Example"),
    "Die Präsidentin Ursula von der Leyen will heute die Brücke öffnen": (None, ""),
    "30/05/2026 14:00–15:00, Place du Lavoir": (None, ""),
    "22 फ़रवरी 2026, 11:00 – 13:00, पंचायत भवन": (None, ""),
    "Von Anna Beispiel, 12.05.2024 10:00–12:00": ("by-person", "Anna Beispiel"),
    "Ann ExampleDecember 17, 2025": ("dated", "Ann Example"),
    "2024年05月06日(月) 21時30分15秒": (None, ""),
    "2024/05/06に公開": (None, ""),
    "تحديث: 10/3/2026 12:30 (توقيت مكة)": (None, ""),
    "12.05.2024 10:12 (Anna Beispiel)": ("dated", "Anna Beispiel"),
    "В Речном открыли новый мост через реку": (None, ""),
    "Ann Example HotNews.example 9 Mar 2026, 10:22 Rivers": ("dated", "Ann Example"),
    "Hoàng Nam - Bùi Hương": ("bare", "Hoàng Nam; Bùi Hương"),
    "Anna Beispiel - San Francisco": ("bare-part", "Anna Beispiel"),
    "原创 2026-03-10 08:00": (None, ""),
    "原创 林深 清河观察": ("bare", "林深"),
    "佐藤 健太郎": ("bare", "佐藤 健太郎"),
    "© Post Pictures / Bo Sample": (None, ""),
    "Post.example - 12/10/2026, 10:05 WIB": (None, ""),
    "الجسر الجديد الإثنين، 09 مارس 2026 10:22 ص": ("dated", "الجسر الجديد"),
    "編集委員　佐々木健一": ("colon-person", "佐々木健一"),
    "12 رمضان 1444هـ الموافق 3 أبريل 2023م": (None, ""),
    "نوشته شده در جمعه ۱۲ آذر ۱۳۹۹ توسط کاوه آریان": ("inside-by", "کاوه آریان"),
    "نوشته شده توسط کاوه آریان در ۱۲ آذر ۱۳۹۹": ("colon-person", "کاوه آریان"),
    "李华 创建于 2021-10-09": ("dated", "李华"),
    "نُشر في 23 يناير 2021 بواسطة ليلى الحاج مدة القراءة: 4 دقائق": ("inside-by", "ليلى الحاج"),
    "السلام عليكم ورحمة الله": (None, ""),
    "שלום לכולם": (None, ""),
    "شارك فيسبوك تويتر واتساب طباعة": (None, ""),
    "料理・文：山田花子　撮影：KEN": ("colon-person", "山田花子"),
    "文・料理：山田花子": ("colon-person", "山田花子"),
    "作者 / 王小明": ("colon-person", "王小明"),
    "来源：河港日报　作者：王小明通讯员李思思张三丰　字号：大": ("colon-person", "王小明; 李思思; 张三丰"),
    "作者：王小明通讯员李思": ("colon-person", "王小明; 李思"),
    "記者王小明編輯李四光": ("colon-person", "王小明"),
    "作者：清江湾编辑部": ("colon-other", "清江湾编辑部"),
    "本文作者： 王小明": ("colon-person", "王小明"),
    "发表于 2024年5月6日 | 分类于 后端 | 字数统计：2.1k": (None, ""),
    "3回答": (None, ""),
    "В Курске": (None, ""),
    "В. Примеров": ("bare", "В. Примеров"),
    "10€ Αγόρασέ το": (None, ""),
    "17:27 17.03.2020 انسخ الرابط": (None, ""),
    "১২ মে ২০২১, ১০:৩০ পূর্বাহ্ণ": (None, ""),
    "Των Μαρίας Παππά και Νίκου Βλάχου": ("by-person", "Μαρίας Παππά; Νίκου Βλάχου"),
    "3 Φεβρουαρίου 2019 από τον/την Νίκος Βλάχος": ("by-person", "Νίκος Βλάχος"),
    "מתכון של דנה לוי, צילום: גיא כהן": ("colon-person", "דנה לוי"),
    "रिपोर्ट: कविता शर्मा पर 7:48 pm": ("colon-person", "कविता शर्मा"),
    "লেখক: রফিক আহমেদ ও সালমা বেগম": ("colon-person", "রফিক আহমেদ; সালমা বেগম"),
    "Bài và ảnh: Nguyễn Thị Lan Chi - Trần Quốc Huy": ("colon-person", "Nguyễn Thị Lan Chi; Trần Quốc Huy"),
    "репортёр: Анна Примерова": ("colon-person", "Анна Примерова"),
    "آغاز بهره‌برداری از نیروگاه خورشیدی روستای نمونه": (None, ""),
    "글씨키우기": (None, ""),
    "Publicat el 3 de maig de 2024 per Jordi Exemple": ("by-person", "Jordi Exemple"),
    "imeboreshwa Mei 04, 2024": (None, ""),
    "মৎস্য কার্যালয় জানায়, বিলে অভয়াশ্রম করা হয়েছে এবং পোনা ছাড়া হচ্ছে।": (None, ""),
    "रिपोर्टर: अमित शर्मा": ("colon-person", "अमित शर्मा"),
    "ដោយ៖ សុខ ដារ៉ា": ("colon-person", "សុខ ដារ៉ា"),
    "በ ዮናስ አማረ": ("colon-person", "ዮናስ አማረ"),
    "采写/王小明": ("colon-person", "王小明"),
    "Зохиогч: Бат Дорж": ("colon-person", "Бат Дорж"),
    "લેખક: રાજેશ પટેલ": ("colon-person", "રાજેશ પટેલ"),
    "ലേഖകൻ: രവി കുമാർ": ("colon-person", "രവി കുമാർ"),
    "ໂດຍ ສົມພອນ ແກ້ວ": ("colon-person", "ສົມພອນ ແກ້ວ"),
    "লিখেছেন অমিত শর্মা": ("colon-person", "অমিত শর্মা"),
    "نوشتهٔ نگار رضایی": ("colon-person", "نگار رضایی"),
    "Thực hiện: Hoàng Nam": ("colon-person", "Hoàng Nam"),
    "Shkruar nga Arben Hoxha": ("by-person", "Arben Hoxha"),
    "Umbhali: Thandi Nkosi": ("colon-person", "Thandi Nkosi"),
    "Επιμέλεια: Μαρία Γεωργίου": ("colon-person", "Μαρία Γεωργίου"),
    "November 1, 2025 by Ann Example 12 Comments": ("by-person", "Ann Example"),
    "ByAnn ExampleMay 5, 2025 | 6 comments": ("by-person", "Ann Example"),
    "By annexampleMay 16, 2025No Comments": ("by-other", "annexample"),
    "12 June 2025 Ann Example Leave a Comment": ("dated", "Ann Example"),
    "12. März 2024 von Anna Beispiel 3 Kommentare": ("by-person", "Anna Beispiel"),
    "Ann Example,Tue Feb 11 2025•1 min read": ("dated", "Ann Example"),
    "홍길동,Thu Oct 26 2023•2 min read": ("dated", "홍길동"),
    "Added by अमित शर्मा almost 3 years ago": ("inside-by", "अमित शर्मा"),
    "के द्वारा अमित शर्मा — प्रकाशित 2023-12-20": ("colon-person", "अमित शर्मा"),
    "Добавил(а) Анна Примерова почти 3 года назад": ("by-person", "Анна Примерова"),
    "Добавил масла в огонь скандала": (None, ""),
    "由 王小明 - 在 超过 2 年 之前添加": ("colon-person", "王小明"),
    "森下 千尋 さんが2年以上前に追加": ("dated", "森下 千尋"),
    "山田 太郎さんが3日前に投稿": ("dated", "山田 太郎"),
    "홍길동 님이 3일 전에 추가함": ("dated", "홍길동"),
    "Note [b38f4ed448] at [2023-04-11 09:20:00] entered by user ann_e on [2023-04-11 09:20:00]:": (
        "inside-word",
        "ann_e",
    ),
    "17/11/201917/11/2019 ~ Ann Example": ("dated", "Ann Example"),
    "Jen ExampleUpdated Apr 3, 2024, 5:30pm": ("dated", "Jen Example"),
    "Ann McDonald, 6 May 2024": ("dated", "Ann McDonald"),
    "[photo-1.jpg] byAnn Example": ("by-person", "Ann Example"),
    "[photo-2024-05-06] [photo-2]": (None, ""),
    "Posted by6 years ago": (None, ""),
    "Ruth HarmsenSimon Lindholm, 5 May 2024": ("dated", "Ruth Harmsen; Simon Lindholm"),
    "Ana EjemploPorAna Ejemplo, 5 May 2024": ("dated", "Ana Ejemplo"),
    "By Ann MacDonald Moor": ("by-person", "Ann MacDonald Moor"),
    "By Ann FitzGerald Moor": ("by-person", "Ann FitzGerald Moor"),
    "Posted by user ann_e on 2024-05-06": ("by-other", "ann_e"),
    "Ann Example": ("bare", "Ann Example"),
    "Ann Example, Boston": ("bare", "Ann Example"),
    "Jean-Pierre d'Exemple": ("bare", "Jean-Pierre d'Exemple"),
    "Omar al-Farouk": ("bare", "Omar al-Farouk"),
    "علی حسین\u200cپور": ("bare", "علی حسین\u200cپور"),
    "Von Anna Beispiel, Berlin": ("by-person", "Anna Beispiel"),
    "Von Anna Beispiel und Bernd Muster, Berlin": ("by-person", "Anna Beispiel; Bernd Muster"),
    "Von Anna Beispiel und Bernd Muster, dpa": ("by-other", "Anna Beispiel; Bernd Muster; dpa"),
    "Von Anna Beispiel, dpa": ("by-other", "Anna Beispiel; dpa"),
    "Ann Example Transport": ("bare", "Ann Example"),
    "Transport | 6 May 2024": (None, ""),
    "2024年5月6日 · 約4分": (None, ""),
    "2024年5月6日 · 約４分": (None, ""),
    "2 تير 1399 - 1:09:08 ب.ظ": (None, ""),
    "受付日 2024年1月5日　採択日 2024年4月30日": (None, ""),
    "第一章　总则": (None, ""),
    "第2節 工事": (None, ""),
    "제1장 총칙": (None, ""),
    "ሚያዝያ 28 ቀን 2016 ዓ.ም.": (None, ""),
    "নিজস্ব প্রতিবেদক, ঢাকা": (None, ""),
    "Haber Merkezi": (None, ""),
    "Ann Example, translated from French by Bo Sample": ("bare", "Ann Example"),
    "Traduzione di Marco Prova": (None, ""),
    "Ann Example CPA": ("bare", "Ann Example"),
    "Prof. Dr. med. Anna Beispiel": ("bare", "Prof. Dr. med. Anna Beispiel"),
    "dr hab. Jan Nowak": ("bare", "dr hab. Jan Nowak"),
    "Ann Example's blog": (None, ""),
    "— Ann Example (@annexample) May 6, 2024": (None, ""),
    "Podium BlogBy Ann Example": ("inside-by", "Ann Example"),
    "ავტორი: ანა მაგალითი": ("colon-person", "ანა მაგალითი"),
    "Γράφτηκε από Δέσποινα Καρρά": ("by-person", "Δέσποινα Καρρά"),
    "Υποβλήθηκε από Δέσποινα Καρρά στις 11 Απριλίου 2023": ("by-person", "Δέσποινα Καρρά"),
    "Отправлено Вера Лапшина 4 сентября 2023 г.": ("word-person", "Вера Лапшина"),
    "Надіслано Оксана Петренко 3 березня 2021": ("word-person", "Оксана Петренко"),
    "أرسله سلمى الدردري في 5 مارس 2024": ("colon-person", "سلمى الدردري"),
    "נשלח ע״י יעל אברמוב": ("colon-person", "יעל אברמוב"),
    "प्रेषक कविता रावत": ("colon-person", "कविता रावत"),
    "投稿者 森下 千尋 投稿日時 2024年4月22日": ("colon-person", "森下 千尋"),
    "来源：晨报作者：王小明编辑：李华": ("colon-person", "王小明"),
    "الخميس 24 رمضان 1442هـ - 6 مايو 2021م": (None, ""),
    "【記者：山田花子】2024.05.06": ("colon-person", "山田花子"),
    "（取材・文＝山田花子）": ("colon-person", "山田花子"),
    "記者 王小明 台北報導": ("colon-person", "王小明"),
    "ጸሐፊ፦ አበበ በቀለ": ("colon-person", "አበበ በቀለ"),
    "Авторка: Ганна Прикладна": ("colon-person", "Ганна Прикладна"),
    "Подготовила Анна Примерова": ("word-person", "Анна Примерова"),
    "6 mei 2024, 10.15 uur": (None, ""),
    "May 06, 2024 10:15 IST": (None, ""),
    "By Ann Example and Bo Sample in Nairobi": ("by-person", "Ann Example; Bo Sample"),
    "Translated from the Spanish by Bo Sample": (None, ""),
    "Übersetzt aus dem Englischen von Bernd Muster": (None, ""),
    "From 'One River After Another' to 'Boats Out,' 10 films to see": (
        "word-other",
        "One River After Another; 10 films to see",
    ),
    "Photo essay by Ann Example": ("inside-by", "Ann Example"),
    "Illustrations and text by Ann Example": ("inside-by", "Ann Example"),
    "Հեղինակ՝ Արամ Օրինակ": ("colon-person", "Արամ Օրինակ"),
    "本报记者张三丰李四光": ("colon-person", "张三丰; 李四光"),
    "Anna Beispiel und Bernd Muster": ("bare", "Anna Beispiel; Bernd Muster"),
    "Ana Ejemplo y Juan Modelo": ("bare", "Ana Ejemplo; Juan Modelo"),
    "Jose Ortega y Gasset": ("bare", "Jose Ortega y Gasset"),
    "Reporting by Ann Example in London; Editing by Bo Sample": ("by-person", "Ann Example"),
    "FOR IMMEDIATE RELEASE": (None, ""),
    "Thứ Hai, 06/05/2024, 18:30 (GMT+7)": (None, ""),
    "Höfundur: Anna Dæmisdóttir": ("colon-person", "Anna Dæmisdóttir"),
    "Piše: Ana Primjer": ("colon-person", "Ana Primjer"),
    "Аутор: Ана Пример": ("colon-person", "Ана Пример"),
    "홍길동·김철수 기자": ("by-person", "홍길동; 김철수"),
    "취재·사진 홍길동 기자": ("colon-person", "홍길동"),
    "作者：约翰·史密斯": ("colon-other", "约翰·史密斯"),
    "文：山田太郎、撮影：鈴木花子": ("colon-person", "山田太郎"),
    "（取材・文：小野寺あき\u3000撮影：田口修）": ("colon-other", "小野寺あき"),
    "取材・文：山田太郎\u3000撮影：鈴木花子\u3000編集：佐藤一郎": ("colon-person", "山田太郎"),
    "编辑：李华 作者：王小明": ("colon-person", "王小明"),
    "责任编辑：李华": ("colon-person", "李华"),
    "Иван Примеров, Казань": ("bare", "Иван Примеров"),
    "তানভীর রশিদ, সুনামগঞ্জ": ("bare", "তানভীর রশিদ"),
    "สมชาย ใจดี, เชียงใหม่": ("bare", "สมชาย ใจดี"),
    "New York, Boston": (None, ""),
    "the editorial team": ("bare-team", "the editorial team"),
    "von Redaktion, 24. Januar 2022": ("dated-team", "Redaktion"),
    "Von der Redaktion": ("bare-team", "Redaktion"),
    "Maria José da Silva Santos": ("bare", "Maria José da Silva Santos"),
    "Anna von Musterstadt Beispiel": ("bare", "Anna von Musterstadt Beispiel"),
    "文｜王小明 编辑｜李华": ("colon-person", "王小明"),
    "作者：王小明 编辑：李华": ("colon-person", "王小明"),
    "Picture of Ann Example Ann Example": ("bare", "Ann Example"),
    "ann_e (Ann) 8 November 2024, 19:33": ("dated-word", "ann_e"),
    "ann_e Discussion starter": ("by-other", "ann_e"),
    "Discussion in 'Bridges' started by ann_e, May 26, 2025.": ("inside-word", "ann_e"),
    "Reviewed by Bo Sample, MD — Written by Ann Example": ("inside-by", "Ann Example"),
    "Edited by Bo Sample, written by Ann Example": ("inside-by", "Ann Example"),
    "Posted on 2024-04-05 by marc | Leave a comment": ("inside-word", "marc"),
    "Eingestellt von ferryman um 10:52": ("inside-word", "ferryman"),
    "von faehrmann77 » Mo 14. Jan 2019, 19:42": ("inside-word", "faehrmann77"),
    "Text und Fotos: Anna Beispiel": ("colon-person", "Anna Beispiel"),
    "Текст и фото: Иван Примеров": ("colon-person", "Иван Примеров"),
    "文・写真：山田太郎": ("colon-person", "山田太郎"),
    "ferryman 2 years ago #1": ("dated-word", "ferryman"),
    "паромщик 3 часа назад": ("dated-word", "паромщик"),
    "περαματάρης πριν από 2 ημέρες": ("dated-word", "περαματάρης"),
    "渡し守 3日前": ("dated-word", "渡し守"),
    "船夫 3天前": ("dated-word", "船夫"),
    "מעבוראי לפני 3 ימים": ("dated-word", "מעבוראי"),
    "معداوي قبل 3 أيام": ("dated-word", "معداوي"),
    "नाविक 3 दिन पहले": ("dated-word", "नाविक"),
    "คนแจวเรือ 3 วันที่ผ่านมา": ("dated-word", "คนแจวเรือ"),
    "By Ann Example Monday, 3 May 2024": ("by-person", "Ann Example"),
    "Von Anna Beispiel Montag, 3. Mai 2024": ("by-person", "Anna Beispiel"),
    "Örnek Deniz Pazartesi, 2 Eylül 2024": ("dated", "Örnek Deniz"),
    "由 王小明 提交于 2023-09-04 09:15": ("colon-person", "王小明"),
    "王小明 发表于 2023-09-04 09:15": ("by-person", "王小明"),
    "معداوي منذ 3 أيام": ("dated-word", "معداوي"),
    "Interview: Anna Beispiel": ("colon-person", "Anna Beispiel"),
    "Das Interview führte Anna Beispiel.": ("word-person", "Anna Beispiel"),
    "Rozmawiała Anna Przykład": ("word-person", "Anna Przykład"),
    "Беседовал Иван Примеров": ("word-person", "Иван Примеров"),
    "حاورته: سلمى مثال": ("colon-person", "سلمى مثال"),
    "neděle 7. května 2023, 11:20 | Autor: Petra Příkladová": ("colon-person", "Petra Příkladová"),
    "Foto: Karel Příklad": (None, ""),
    "Podium 1.6.11 fixes two faults in 1.6.10.": (None, ""),
    "Podium 1.6.11": (None, ""),
    "Анна Пример приехала 12.05.2024 на автобусе…": (None, ""),
    "ann_e 3.6.12 10:52": ("dated-word", "ann_e"),
    "Anna Beispiel traf am 12.05.2024 in Berlin ein.": (None, ""),
    "Anna Beispiel 12.5.24": ("dated", "Anna Beispiel"),
    "Avec AFP": (None, ""),
    "Con Reuters": (None, ""),
    "Anne Exemple avec AFP": ("bare", "Anne Exemple"),
    "By Mary Ann 3 May 2024": ("by-person", "Mary Ann"),
    "de Ioana Exemplu joi, 8 decembrie 2022": ("by-person", "Ioana Exemplu"),
    "de Ioana Exemplu": ("by-person", "Ioana Exemplu"),
    "de Ioana": (None, ""),
    "De Example Daily": ("bare", "De Example Daily"),
    "作者：王小明来源：示例网 2024-05-12": ("colon-person", "王小明"),
    "作者：王小明发布时间：2024-05-12": ("colon-person", "王小明"),
    "文：山田太郎写真：鈴木花子": (None, ""),
    "Ayşe Yılmaz: 14 Şubat 2024": ("dated", "Ayşe Yılmaz"),
    "דנה כהן: 14.02.2024": ("dated", "דנה כהן"),
    "Giriş: 14 Şubat 2024 - 10:05 | Güncelleme: 15 Şubat 2024 - 18:20": (None, ""),
    "প্রকাশ: ০৫ সেপ্টেম্বর ২০২২, ১০: ১৫": (None, ""),
    "کد خبر: ۸۴۴۷۲۱۰۳ | ۲۳ شهریور ۱۴۰۰": (None, ""),
    "Sarakste: 3 May 2024 | Ann Example": ("dated", "Ann Example"),
    "Une capacité de 45 000 vélos par an": (None, ""),
    "железная дужка от ведра": (None, ""),
    "Step by step": (None, ""),
    "Step by step, 3 May 2024": (None, ""),
    "The count, season by season – 3 May 2024": (None, ""),
    "Abend um Abend, Seite von Seite – 3. Mai 2024": (None, ""),
    "Agnes Tarrow, bell tuner, born 3 September 1930, died 29 January 2022.": (None, ""),
    "12 replies, last started by ann": ("inside-word", "ann"),
    "โดย ปิ่นมณี": ("colon-other", "ปิ่นมณี"),
    "Read more about bridges": (None, ""),
    "47 comments": (None, ""),
    "Liked by: 24x": (None, ""),
    "The bridge opened on Monday.": (None, ""),
    "12 May 2024": (None, ""),
    "최종 수정: 2024년 1월 9일": (None, ""),
    "1. 참석자": (None, ""),
    "Can I freeze it?": (None, ""),
    "گزارش میدانی؛": (None, ""),
}


@pytest.mark.parametrize(("text", "expected"), LINES.items(), ids=LINES.keys())
def test_line(text, expected):
    line = read_line(text)
    assert (line.shape if line else None, "; ".join(line.names) if line else "") == expected


@pytest.mark.parametrize(
    "text",
    (
        "Auteur(s) :|Autor(en):|Author(s)|Автор(ы):|Автор:|作者：|著者|מאת|بقلم|ผู้เขียน|लेखक|Συντάκτης:|"
        "Posted by|Authors/Creators|Auteurs / Créateurs|Авторы/Создатели|作者/创建者|ผู้เขียน/ผู้สร้าง|"
        "Autor*innen|Autor*innen/Ersteller*innen|Autor:innen|Verfasser:innen|Auteur·rice|Auteur·e·s :|المؤلف|"
        "ผู้แต่ง|Συγγραφέας:|作成者"
    ).split("|"),
)
def test_label_alone(text):
    assert is_label(text)


def test_what_begins_with_a_label_has_one_of_the_heads():
    behind = ("", ":", "：", "՝", "(s):", " Ann Example", ": Ann", "/x", ". ", "\xa0x")
    for label in byline_words().labels:
        for text in (word + end for word in (label, label.title(), label.split()[0]) for end in behind):
            known = text[:2].casefold() in label_starts() and (is_label(text) or may_be_labelled(text))
            head = text[:3].casefold()
            assert not known or text[0] >= "\u0e00" or {head[:3], head[:2]} & label_heads()


def test_a_name_is_no_label():
    assert not is_label("Ann Example")
    assert not is_label("Ann (PhD)")
    assert not is_label("By/With")
    assert not is_label("Author/Book 2")


def test_a_long_list_of_names_is_a_byline_and_a_sentence_is_none():
    people = (
        "Anna Beispiel 1; Bernd Muster 2; Carla Probe 1; Dora Exempel 3; Emil Entwurf 2; Frieda Vorlage 1"
    )
    line = read_line(f"{people}; Gustav Vorbild 4")
    assert line and len(line.names) == 7
    assert (
        read_line(
            "Bridges, trams and ferries, as the town has had them since the war, are what it likes most."
        )
        is None
    )


@pytest.mark.parametrize(
    "text", ["Dear Ann,", "Hallo Anna,", "שלום דליה,", "Bonjour Anna !", "Привет, Анна!"]
)
def test_how_a_letter_begins_is_no_byline(text):
    assert read_line(text) is None


def test_bare_names_only_where_they_count():
    assert read_line("Ann Example", bare=False) is None
    assert read_line("By Ann Example", bare=False)


@pytest.mark.parametrize(
    "text",
    [
        "April 6, 2021 · One min read",
        "6 avril 2021 · Une minute de lecture",
        "Quote from ann_e on 3 May 2024",
        "Nachricht vom 3. Mai 2024",
        "[Submitted on 3 May 2024]",
    ],
)
def test_a_word_beside_a_date_that_small_words_follow_is_nobody(text):
    assert read_line(text) is None


@pytest.mark.parametrize(
    "text",
    ["一、费用", "（二）林德华", "Ann Example (00:12):", "[1:02:33] Ann Example", "Ann Example [00:12]"],
)
def test_headings_with_numbers_and_turns_with_time_codes_are_no_bylines(text):
    assert read_line(text) is None
    assert read_line("Ann Example 12.05.2024 (10:52)")


@given(st.text(max_size=240))
def test_any_text(text):
    line = read_line(text)
    assert line is None or line.names


def test_words_behind_a_preposition_in_prose_without_capitals_are_nobody() -> None:
    prose = (
        "قایق کوچک است، موتور از ناخدا پیرتر است و برنامه حرکت بر میخی کنار دکه آویزان است. "
        "آنچه آن را سر پا نگه می‌دارد نیاز مردم است."
    )
    assert read_line(prose) is None
