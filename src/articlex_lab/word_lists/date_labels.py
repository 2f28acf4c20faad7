"""Write ``data/date_labels.json``: what pages print before a date, from catalogues of translations.

    pip download --no-deps nikola mkdocs-material sphinx wagtail trac indico;
    npm pack @docusaurus/theme-translations
    python -m articlex_lab.word_lists.date_labels FOLDER

FOLDER has the packages unpacked as ``nikola``, ``mkdocs_material``, ``sphinx``, ``wagtail``, ``trac``,
``indico`` and ``docusaurus``. The messages for "published" and "updated" are taken, in all languages, and
from Indico those for deadlines and for the beginning and the end of events.
"""

from __future__ import annotations

import ast
import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

from articlex.dates.labels import clean
from articlex_lab.command import only_argument
from articlex_lab.repository import DATA
from articlex_lab.word_lists.catalogues import without_holes
from articlex_lab.word_lists.retrieval_labels import READ

NIKOLA = {"Posted:": "published", "Publication date": "published", "updated": "updated"}
MKDOCS = {"source.file.date.created": "published", "source.file.date.updated": "updated"}
DOCUSAURUS = {"theme.lastUpdated.lastUpdatedAtBy": "updated"}
#: The message that is put in place of "{atDate}" in the one above.
AT_DATE = "theme.lastUpdated.atDate"
GETTEXT = {
    "Last updated on %s.": "updated",
    "Last updated on %(last_updated)s.": "updated",
    "Last modified %(modified)s": "updated",
    "Last modified on %(date)s": "updated",
    "Last updated": "updated",
    "Updated": "updated",
    "Edited": "updated",
    "Last edited": "updated",
    "Published": "published",
    "First published": "published",
    "Date published": "published",
    "Created": "published",
}
DUE = {
    "Deadline": "due",
    "Submission deadline": "due",
    "Expiration date": "due",
    "Event start date": "due",
    "Event end date": "due",
    "Start date": "due",
    "End date": "due",
    "Starts": "due",
    "Ends": "due",
}

#: Labels that pages print and the catalogues do not have, inflected as they are before a date.
EXTRA = {
    "published": """
        published|published on|posted|posted on|first published|publication date|date published|pub date
        |originally published|issued|written on|created|publish date|date posted|created on|reported
        |reported on|submitted|submitted on|date submitted|veröffentlicht am|veröffentlicht|erschienen am
        |erschienen|erstellt am|publié le|publiée le|mis en ligne le|écrit le|paru le|publicado|publicado el
        |publicado em|publicada el|publicado en|fecha de publicación|pubblicato|pubblicato il
        |data di pubblicazione|gepubliceerd|gepubliceerd op|geplaatst op|geplaatst|opublikowano
        |data publikacji|dodano|utworzono|publikováno|vydáno|publicat|publicat la|közzétéve|megjelent
        |опубликовано|дата публикации|опубліковано|публикувано|δημοσίευση|δημοσιεύθηκε|δημοσιεύτηκε|yayınlanma
        |yayın tarihi|yayınlanma tarihi|oluşturulma tarihi|eklenme|giriş tarihi|diterbitkan|terbit|publicerad
        |publicerat|publisert|offentliggjort|udgivet|julkaistu|발행|입력|등록|작성|게시|기사입력|승인|发布
        |发布时间|发布日期|发表于|发表时间|發布|發布時間|發表於|發佈|發佈日期|时间|日期|時間|公開日|公開
        |投稿日|掲載日|配信|掲載|作成日|更新日時|발행일|نشر|تاریخ النشر|نشر فی|تاریخ انتشار|انتشار|פורסם
        |פורסם ב|תאריך פרסום|เผยแพร่|เผยแพร่เมื่อ|วันที่เผยแพร่|đăng ngày|ngày đăng|xuất bản|प्रकाशित|पब्लिश|প্রকাশ
        |প্রকাশিত|giriş|haber giriş|yayın|yayınlandı|yayım tarihi|yayımlanma|online seit|publiziert
        |publiziert am|online gestellt am|date de parution|publicada em|postado em|pubblicata il
        |data pubblicazione|gepost op|gepost|opublikowany|opublikowana|data dodania|publikované|megjelenés
        |publikálva|data publicării|publicat în|опубликована|опубликован|размещено|добавлено|создано
        |время публикации|додано|публикувана|dipublikasikan|tayang|diterbitkan pada|disiarkan|publicerad den
        |publisert dato|offentliggjort d|julkaistu alun perin|등록일|게시일|작성일시|입력일|등록일시|보도일
        |发布日|配信日|配信日時|投稿日時|掲載日時|発行日|発表日|登録日|發布日期|نشرت|نشر بتاریخ|منتشر شده
        |تاریخ ارسال|شائع|פורסם בתאריך|פורסם לראשונה|วันที่โพสต์|ลงวันที่|xuất bản lúc|đăng lúc|प्रकाशित तिथि
        |प्रकाशित किया गया|প্রকাশের সময়|প্রকাশকাল|প্রকাশিত হয়েছে|வெளியிடப்பட்டது|பதிவு செய்த நாள்|ప్రచురణ|ಪ್ರಕಟಿಸಲಾಗಿದೆ
        |പ്രസിദ്ധീകരിച്ചത്|પ્રકાશિત|प्रकाशित केले|haber girişi|प्रकाशित मिति|प्रकाशन मिति|გამოქვეყნდა|გამოქვეყნებულია
        |հրապարակվել է|հրապարակված է|публикувано на|publicat pe|közzététel|opublikowano dnia|publiceret
        |publicēts|publicēta|paskelbta|dipublikasikan pada|เผยแพร่วันที่|publicerades|published at
        |date of publication|published date|posted at|published online|posted date|date added
        |press release date|eingestellt am|gepostet am|geschrieben am|verfasst am|publikationsdatum
        |erstveröffentlichung|erstellungsdatum|beitrag vom|artikel vom|meldung vom|pressemitteilung vom
        |posté le|rédigé le|publié en ligne le|date de mise en ligne|créé le|escrito el|fecha publicación
        |creado el|postato il|scritto il|pubblicato in data|inserito il|publicado a|escrito em
        |data da publicação|postado|inserido em|geschreven op|datum publicatie|verschenen op|opublikowane
        |zamieszczono|data utworzenia|wpis z dnia|publikováno dne|datum publikace|uverejnené|dátum publikácie
        |vydané|publikálás dátuma|megjelenés dátuma|közzététel dátuma|feltöltve|data postării|adăugat
        |публикувана на|публикувано в|публикуван|качено на|objavljeno dana|objavljen|objavljena|објавено
        |objavljeno dne|дата добавления|дата размещения|размещена|выложено|добавлен|добавлена|розміщено
        |дата створення|час публікації|оприлюднено|апублікавана|дата публікацыі|δημοσιεύτηκε στις
        |δημοσιεύθηκε στις|καταχώρηση|ανάρτηση|eklenme tarihi|haber tarihi|yayımlanma tarihi|ekleme tarihi
        |eklendi|yayımlandı|yayınlama tarihi|postet|lagt ut|dato for offentliggørelse|julkaisupäivä
        |julkaisuaika|birt|birt þann|publicēšanas datums|pievienots|paskelbimo data|publikuota|įkelta|作成日時
        |掲載日付|初出|執筆日|首发|首次发表|写于|创建于|創建於|송고|게재일|입력시간|작성 날짜|등록일자
        |입력일시|보도일시|게시 날짜|송고시간|작성시간|게시날짜|تاریخ الاضافه|نشر یوم|نشرت فی|اضیف فی
        |تم نشره فی|منشور فی|منتشر شده در|ارسال شده در|تاریخ درج|تاریخ درج خبر|نوشته شده در|درج شده در
        |شائع شدہ|پوسٹ کیا گیا|הועלה ב|הועלה בתאריך|פורסם ביום|נכתב ב|תאריך העלאה|पोस्ट किया गया
        |प्रकाशन की तारीख|पब्लिश्ड|วันที่สร้าง|เขียนเมื่อ|ประกาศเมื่อ|สร้างเมื่อ|วันที่ลงข่าว|วันที่ประกาศ|đăng vào|được đăng vào
        |đăng tải lúc|ngày viết|diposting|diposting pada|ditulis pada|diposkan pada|diunggah pada|dimuat pada
        |পোস্ট করা হয়েছে|প্রকাশের তারিখ|வெளியிட்ட தேதி|ప్రచురించిన తేదీ|ਪ੍ਰਕਾਸ਼ਿਤ|أنشئت|أنشئ في|สร้างแล้ว|创建的|נוצר ב
        |מועד היצירה|ημερομηνία δημιουργίας|बनाया गया
        |기사등록|최초입력|게재|disiarkan pada|زمان انتشار|আপলোড|வெளியீடு|ప్రచురించబడింది|objavljeno u|objava
        |vrijeme objave|pridané|lisatud|ievietots|გამოქვეყნების თარიღი|տեղադրվել է|dərc edilib|dərc olunub
        |yayımlanıb|nəşr olunub|əlavə edilib|жарияланды|жарияланған|жарияланған күні|жарияланған уақыты
        |chop etilgan|e'lon qilingan|e'lon qilindi|joylangan|чоп этилган|эълон қилинган|эълон қилинди
        |нийтэлсэн|нийтэлсэн огноо|нийтлэгдсэн|жарыяланды|жарыяланган|нашр шуд|санаи нашр|የታተመ|ታተመ|የተለጠፈ
        |የታተመበት ቀን|imechapishwa|imechapishwa mnamo|iliyochapishwa|ilichapishwa|nailathala|inilathala
        |nailathala noong|nai-publish|nai-post|ထုတ်ဝေသည့်ရက်|ထုတ်ပြန်ခဲ့သည်|ចុះផ្សាយ|បង្ហោះ|ផ្សាយ|ចេញផ្សាយ
        |ថ្ងៃចុះផ្សាយ|បានចេញផ្សាយ|ເຜີຍແຜ່|ລົງວັນທີ|ວັນທີເຜີຍແຜ່|පළ කළ|පළ කරන ලදී|ප්‍රකාශිත|publicat el
        |publicado o|argitaratua|argitaratze data|argitalpen data|cyhoeddwyd|cyhoeddwyd ar|cyhoeddwyd gyntaf
        |dyddiad cyhoeddi|foilsithe|foilsithe ar|foilsithe an|dáta foilsithe|publikuar|publikuar më
        |publikuar me|botuar|botuar më|објавено на|апублікаваны|gepubliseer|gepubliseer op|la daabacay|ಪ್ರಕಟಣೆ
        |خپور شوی|ippubblikat
        |julkaisuajankohta
        |पोस्ट करने की तारीख|أضيف بتاريخ|أضيفت بتاريخ|ထုတ်ဝေသည့်နေ့|တင်ထားသည့်ရက်|တင်သည့်နေ့|ចេញផ្សាយថ្ងៃ
        |បង្ហោះនៅ|ວັນທີ່ລົງ|ລົງເມື່ອ|ลงเมื่อ|ประกาศ ณ วันที่|上传于|публикация|ημ/νία δημοσίευσης
        |ημερομηνία ανάρτησης|ప్రచురితం|வெளியிடப்பட்ட நாள்|oluşturulma|הועלה|תאריך הפרסום|מועד פרסום
        |প্রকাশিত তারিখ
    """,
    "updated": """
        updated|last updated|update|updated on|last updated on|last modified|modified|last modified on|revised
        |last revised|edited|last edited|last edited on|last update|reviewed|last reviewed|medically reviewed
        |upd|generated on|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt geändert
        |zuletzt bearbeitet|stand|geändert am|mis à jour|mis à jour le|mise à jour|modifié le
        |dernière modification|dernière mise à jour|actualizado|actualizado el|última actualización|modificado
        |atualizado|atualizado em|última atualização|aggiornato|aggiornato il|ultimo aggiornamento
        |ultima modifica|bijgewerkt|laatst bijgewerkt|laatst gewijzigd|aktualizacja|zaktualizowano
        |ostatnia aktualizacja|aktualizováno|poslední aktualizace|actualizat|frissítve|обновлено|изменено
        |последнее обновление|оновлено|обновена|ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση|güncelleme
        |güncellenme|güncelleme tarihi|son güncelleme|diperbarui|uppdaterad|oppdatert|opdateret|päivitetty
        |수정|업데이트|최종수정|갱신|更新|更新时间|更新日期|最后更新|更新於|更新日|最終更新日|最終更新
        |最終更新日時|تحدیث|اخر تحدیث|تم التحدیث|بروزرسانی|به روز رسانی|עודכן|עדכון אחרון|อัปเดต|อัพเดท|แก้ไขล่าสุด
        |cập nhật|cập nhật lần cuối|अपडेट|अपडेटेड|अद्यतन|হালনাগাদ|letzte aktualisierung|letzte änderung
        |actualisé le|dernière modification le|última modificación|última atualização em|ultima modifica il
        |laatst aangepast|zmodyfikowano|data aktualizacji|módosítva|обновлена|обновлён|последнее изменение
        |дата обновления|оновлена|dikemas kini|kemas kini|uppdaterad den|sist endret|päivitetty viimeksi
        |최종수정일|수정일|수정일시|更新時間|修改时间|最后修改|تم التحدیث فی|اخر تعدیل|آخرین ویرایش|اپ ڈیٹ
        |עודכן לאחרונה|עודכן בתאריך|แก้ไขเมื่อ|อัปเดตล่าสุด|อัพเดทล่าสุด|ปรับปรุงล่าสุด|cập nhật lúc|আপডেট|আপডেটের সময়
        |புதுப்பிக்கப்பட்டது|மாற்றம் செய்த நாள்|ಅಪ್‌ಡೇಟ್|അപ്ഡേറ്റ്|છેલ્લે અપડેટ|bijgewerkt op|gewijzigd op|laatst gewijzigd op
        |laatst bewerkt op|seite wurde zuletzt am|zuletzt geändert am|zuletzt bearbeitet am|letzte änderung am
        |letzte aktualisierung am|ostatnio edytowano|ostatnio zmodyfikowano|data modyfikacji|ปรับปรุง|ปรับปรุงเมื่อ
        |แก้ไขล่าสุดเมื่อวันที่|de cette page a été faite le|se editó por última vez el|actualizada el|modificado el
        |modificado em|modificata per l'ultima volta il|aggiornata il|modificada per darrera vegada el
        |última actualización el|была отредактирована|naposledy editována|redigerades senast den
        |senest redigeret den|sist redigert|viimeksi muutettu|utolsó módosítása|utolsó módosítás|frissült
        |módosítás|最后修订于|最后编辑于|最後修訂於|最後編輯於|에 마지막으로 편집되었습니다
        |sửa đổi lần cuối vào ngày|terakhir diubah pada|صفحه آخرین‌بار در|נערך לאחרונה ב|actualizat la|编辑于
        |編輯於|更新于|修改于|修改於|修订于|修訂於|最終変更日|最終編集日|最終修正日|τελευταία τροποποίηση
        |अंतिम अपडेट|अपडेट किया गया|განახლდა|թարմացվել է|akt|last modified date|revision date|updated at
        |last checked|last change|last changed|last changed on|last revision|last amended|last modification
        |last verified|update date|date of last revision|last saved|last changes made|stand vom|geändert
        |überarbeitet am|letzte bearbeitung|update vom|aktualisierung|zuletzt überarbeitet|änderungsdatum
        |aktualisierungsdatum|letzte überarbeitung|bearbeitet am|letzte änderung der seite|dernière révision
        |page mise à jour le|maj le|date de modification|dernière actualisation|mise à jour le|révisé le
        |modifiée le|fecha de actualización|última revisión|fecha de modificación|actualización|editado el
        |revisado|data aggiornamento|modificato il|aggiornamento|ultima revisione|data di aggiornamento
        |última modificação|atualizada em|data de atualização|actualizado em|última actualização
        |última revisão|atualização|editado em|última alteração|laatste wijziging|aangepast
        |laatst geactualiseerd|laatst bewerkt|aangepast op|laatst aangepast op|laatste aanpassing|geüpdatet
        |geactualiseerd op|laatst herzien|data ostatniej modyfikacji|data ostatniej aktualizacji
        |ostatnio aktualizowane|aktualizowano|edytowano|datum aktualizace|změněno|aktualizace
        |datum poslední změny|dátum aktualizácie|aktualizácia|dátum poslednej aktualizácie|frissítés
        |utolsó frissítés dátuma|modificat|data actualizării|actualizare|data ultimei actualizări
        |актуализирано|последно обновяване|редактирана|обновено|последно обновление|променена|izmijenjeno
        |osvježeno|poslednje ažuriranje|izmenjeno|последње ажурирање|измењено|дата изменения
        |дата последнего изменения|актуализировано|обновление|последняя редакция|редакция от|обновлено в
        |последнее редактирование|последняя правка|дата последнего обновления|последняя модификация
        |последнее изменение страницы|изменен|змінено|дата оновлення|редаговано|дата зміни|останнє редагування
        |ανανεώθηκε|τελευταία αναθεώρηση|τελευταία αλλαγή|τελευταία επεξεργασία|ημερομηνία ενημέρωσης
        |επικαιροποιήθηκε|son güncellenme tarihi|son değişiklik|değiştirilme tarihi|son düzenleme|düzenlenme
        |güncellenme tarihi|son düzenlenme|ändrad|uppdaterades|senaste uppdatering|senast granskad|uppdaterat
        |ändrades|ændret|seneste opdatering|opdateret d|endret|sist revidert|siste oppdatering|muutettu
        |muokattu viimeksi|muudetud|atjaunināts|aktualizēts|atnaujinta|paskutinis pakeitimas
        |paskutinį kartą redaguota|redaguota|atjaunota|改訂日|修正日|改定日|最終改訂日|最終改定日|最終改訂
        |最終改定|修正日時|編集日|最終変更|変更日|最終確認日|更新年月日|最后编辑|修订日期|最近修改|上次修改
        |最后编辑时间|修改日期|最后修订|最近编辑|最后更改|上次修订日期|上次编辑|修訂日期|最後修改時間|最後修訂
        |覆檢日期|最後覆檢日期|最後異動|異動日期|最後異動日期|上次修改時間|최종 편집|갱신일|업데이트 날짜
        |수정 날짜|최종수정시간|수정시간|업데이트일|최종 업데이트 날짜|최종편집|تاريخ التعديل|تم تحديثه في
        |آخر مراجعة|محدّث|تم التعديل في|عدّل في|آخر تحديث للصفحة|تم تحديث هذه الصفحة في|به‌روزرسانی|آخرین تغییر
        |به‌روز شده در|ویرایش شده در|تاریخ به‌روزرسانی|تاریخ ویرایش|اپڈیٹ|תאריך עדכון|נערך לאחרונה|עדכון|עודכנה
        |מעודכן ל|עודכן לאחרונה בתאריך|עריכה אחרונה|अद्यतन तिथि|अंतिम संशोधन|पिछला नवीनीकरण|अंतिम नवीनीकृत
        |अपडेट करने की तारीख|अद्यावधिक|अपडेट मिति|अद्यावधिक मिति|อัพเดต|อัพเดตล่าสุด|แก้ไขครั้งล่าสุด|ปรับปรุงครั้งล่าสุด|วันที่แก้ไข
        |อัปเดตเมื่อ|ปรับปรุงข้อมูลล่าสุด|แก้ไขล่าสุดเมื่อ|อัปเดตล่าสุดเมื่อ|อัพเดทล่าสุดเมื่อ|แก้ไข|ปรับปรุงข้อมูลเมื่อ|cập nhật ngày
        |sửa đổi lần cuối|cập nhật mới nhất|lần cập nhật cuối|cập nhật gần nhất|lần cập nhật gần nhất
        |chỉnh sửa lần cuối|cập nhật vào|ngày cập nhật cuối|lần sửa cuối|cập nhật cuối|diupdate
        |update terakhir|pemutakhiran terakhir|diperbarui pada|dimutakhirkan|diedit|terakhir diedit|diubah
        |kemas kini terakhir|terakhir dikemaskini|tarikh kemaskini|dikemaskini|dikemas kini pada|সর্বশেষ সংশোধন
        |সর্বশেষ হালনাগাদ করা হয়েছে|সংশোধিত|అప్‌డేట్|ಕೊನೆಯ ನವೀಕರಣ|છેલ્લે અપડેટ કર્યું|ਆਖਰੀ ਅੱਪਡੇਟ|ਅੱਪਡੇਟ|última actualització
        |darrera modificació|actualitzat el|data d'actualització|última modificació|eguneratua|përditësuar
        |azhurnuar|վերջին թարմացում|განახლებულია|yenilənib|son yenilənmə|yeniləndi|жаңартылды|соңғы жаңарту
        |yangilangan|yangilandi|laas opgedateer|imesasishwa|ilisasishwa mwisho|lêst bywurke|diweddarwyd
        |diweddarwyd ddiwethaf|nuashonraithe|huling na-update|na-update|ultima aggiornamento|ធ្វើបច្ចុប្បន្នភាព
        |ອັບເດດ
        |обновена на|aktualizované o|papildināts|papildyta|pakeista|atnaujinimo data|განახლება|թարմացված
        |жаңартылған|жаңыртылды|шинэчилсэн|сүүлд шинэчилсэн|የተሻሻለ|ተዘምኗል|ዘምኗል|የተዘመነ|imeboreshwa|ilisasishwa
        |iliyosasishwa|in-update|နောက်ဆုံးပြင်ဆင်|ပြင်ဆင်ခဲ့သည်|កែសម្រួល|បានធ្វើបច្ចុប្បន្នភាព|ປັບປຸງ
        |ປັບປຸງລ້າສຸດ|යාවත්කාලීන|යාවත්කාලීන කළ|අවසන් යාවත්කාලීන|actualització|actualizado o|azken eguneraketa
        |eguneratuta|athraithe|ndryshuar|изменето|последна измена|opgedateer|kemaskini|آخری اپ ڈیٹ|నవీకరణ
        |చివరి అప్డేట్|अद्ययावत|अन्तिम अपडेट
        |آخر تعديل للصفحة|آخر تعديل لهذه الصفحة|နောက်ဆုံးပြင်ဆင်သည့်ရက်|နောက်ဆုံး မွမ်းမံသည့်ရက်
        |နောက်ဆုံး အပ်ဒိတ်|به روز شده|ធ្វើបច្ចុប្បន្នភាពចុងក្រោយ|ອັບເດດລ່າສຸດ|ημ/νία ενημέρωσης
        |עדכון אחרון בתאריך
    """,
    "joined": """
        join date|joined|date joined|member since|registered|registration date|registriert|registriert seit
        |mitglied seit|dabei seit|registrierungsdatum|inscrit|inscrit le|membre depuis|date d'inscription
        |inscription|miembro desde|fecha de registro|registrado|se unió|fecha de ingreso|iscritto|iscritto il
        |iscritto dal|data registrazione|registrato|registrato il|membro desde|registrado em|data de registro
        |data de inscrição|inscrito em|lid sinds|lid geworden op|geregistreerd|medlem sedan|medlem siden
        |reg datum|liittynyt|rekisteröitynyt|dołączył|dołączyła|data dołączenia|rejestracja|registrován
        |založen|členem od|csatlakozott|regisztrált|membru din|регистрация|зарегистрирован|дата регистрации
        |на форуме с|зареєстрований|kayıt tarihi|üyelik tarihi|katılım|katılım tarihi|εγγραφή|μέλος από
        |tham gia|tham gia ngày|ngày tham gia|bergabung|เข้าร่วมเมื่อ|สมัครเมื่อ|تاريخ التسجيل|تاريخ الانضمام
        |تاریخ عضویت|הצטרף|תאריך הצטרפות|注册时间|注册日期|註冊時間|註冊日期|加入时间|加入日期|登録日|가입일
    """,
    #: Deadlines, and the bounds of what happens or is valid.
    "due": """
        closing date|application deadline|deadline|apply by|applications close|closes on|expires|expires on
        |expiry date|expiration date|valid until|valid through|valid to|due date|start date|starts on|end date
        |ends on|event date|next review|review due|next release|starts|ends|when|wann|termin|quand|cuándo
        |quando|wanneer|når|hvornår|när|milloin|kiedy|kdy|mikor|când|kada|когда|коли|кога|πότε|ne zaman|متى
        |מתי|कब|কখন|いつ|何时|何時|언제|เมื่อไหร่|khi nào|kapan|bewerbungsfrist|bewerbungsschluss|einsendeschluss
        |anmeldeschluss|gültig bis|gültig ab|ablaufdatum|startdatum|enddatum|veranstaltungsdatum|bewerben bis
        |bewerbung bis|anmeldung bis|date limite|date de clôture|date de début|date de fin|date d'expiration
        |valable jusqu'au|valide jusqu'au|date limite de candidature|échéance|clôture des candidatures
        |fecha límite|fecha de cierre|fecha de inicio|fecha de fin|fecha de finalización|fecha de caducidad
        |fecha de vencimiento|válido hasta|válida hasta|plazo hasta el|vence el|data limite|data de início
        |data de término|data de encerramento|válido até|válida até|inscrições até|scadenza|data di scadenza
        |data di inizio|data di fine|valido fino al|valida fino al|sluitingsdatum|uiterste datum|begindatum
        |einddatum|vervaldatum|geldig tot|solliciteren tot|termin składania|data rozpoczęcia|data zakończenia
        |data ważności|ważne do|ostateczny termin|uzávěrka|datum zahájení|datum ukončení|platnost do
        |срок подачи|крайний срок|дедлайн|дата начала|дата окончания|действует до|действительно до
        |действителен до|срок действия до|приём заявок до|прием заявок до|отклики до|кінцевий термін
        |дата початку|дата закінчення|діє до|дійсний до|προθεσμία|καταληκτική ημερομηνία|ημερομηνία έναρξης
        |ημερομηνία λήξης|ισχύει έως|son tarih|son başvuru tarihi|son başvuru|başlangıç tarihi|bitiş tarihi
        |geçerlilik tarihi|الموعد النهائي|آخر موعد|آخر موعد للتقديم|تاريخ البداية|تاريخ النهاية|تاريخ الانتهاء
        |صالح حتى|تاريخ الإغلاق|ينتهي في|מועד אחרון|מועד אחרון להגשה|תאריך התחלה|תאריך סיום|תאריך תפוגה
        |בתוקף עד|अंतिम तिथि|आवेदन की अंतिम तिथि|आरंभ तिथि|समाप्ति तिथि|วันปิดรับสมัคร|ปิดรับสมัคร|หมดเขต|วันเริ่มต้น|วันสิ้นสุด
        |วันหมดอายุ|締切日|応募締切|締め切り|申込締切|締切|開始日|終了日|有効期限|満了日|開催日|截止日期
        |截止时间|截止時間|最后期限|最後期限|开始日期|开始时间|開始日期|結束日期|结束日期|结束时间|有效期至
        |报名截止|活动日期|活动时间|마감일|접수마감|지원 마감|시작일|종료일|유효기간|만료일|행사일|hạn chót
        |hạn nộp|hạn nộp hồ sơ|ngày bắt đầu|ngày kết thúc|ngày hết hạn|batas waktu|tanggal mulai
        |tanggal berakhir|berlaku hingga|batas akhir|sista ansökningsdag|slutdatum|giltig till|ansøgningsfrist
        |startdato|slutdato|gyldig til|søknadsfrist|sluttdato|viimeinen hakupäivä|alkamispäivä|päättymispäivä
        |határidő|kezdés dátuma|befejezés dátuma|termen limită|data limită|data de început|data de sfârșit
        |begins on|beginn|ende|début|début le|fin le|comienza el|empieza el|inizia il|termina il|começa em
        |termina em|aanvang|rozpoczęcie|zakończenie|начало|окончание|начало занятий|έναρξη|λήξη|يبدأ في
        |เริ่มเรียน|開講日|in force from|in force since|comes into force on|came into force on|commenced on
        |commences on|commencement date|entry into force|effective from|in kraft ab|in kraft seit
        |in kraft getreten am|tritt in kraft am|entrée en vigueur|entrée en vigueur le|entre en vigueur le
        |en vigueur depuis le|entrada en vigor|en vigor desde el|entrata in vigore|in vigore dal
        |entrada em vigor|em vigor desde|inwerkingtreding|in werking getreden op|geldend vanaf|wejście w życie
        |obowiązuje od|вступает в силу с|вступил в силу с|вступил в силу|начало действия|действует с
        |набирає чинності з|чинний з|έναρξη ισχύος|ισχύει από|ισχύει από την|yürürlük tarihi
        |yürürlüğe giriş tarihi|施行日|施行期日|施行日期|시행일|시행일자|נכנס לתוקף ביום|בתוקף מיום
        |تاريخ النفاذ|يدخل حيز التنفيذ في|लागू होने की तिथि|วันที่มีผลบังคับใช้|ikraftträdande|träder i kraft
        |ikrafttredelse|ikrafttrædelse|voimaantulo
    """,
    "read": READ,
    #: They end as labels of publication do, in scripts that set no spaces between words.
    "other": """
        收稿日期|收稿时间|收到日期|修回日期|录用日期|接受日期|接收日期|截止日期|截止时间|报名时间|报名日期
        |活动时间|活动日期|开始时间|开始日期|结束时间|结束日期|比赛时间|会议时间|演出时间|出生日期|生产日期
        |有效日期|到期日期|到期时间|营业时间|开庭时间|上映日期|上映时间|开幕时间|举办时间|集合时间|预约时间
        |申请日期|生效日期|实施日期|收稿時間|錄用日期|截止時間|報名時間|報名日期|活動時間|活動日期|開始時間
        |開始日期|結束時間|結束日期|比賽時間|會議時間|演出時間|生產日期|到期時間|營業時間|開庭時間|上映時間
        |開幕時間|舉辦時間|集合時間|預約時間|申請日期|實施日期|営業時間|受付時間|開催時間|開場時間|開演時間
        |終了時間
    """,
}

#: What wikis print at the foot of a page before (in some languages after) the day of its last change: as much
#: of the end of the sentence as is looked at, in the words of current and of older wikis.
WIKI = """
    editada pela última vez em|modificada pela última vez em|editado pela última vez em
    |modificado pela última vez em|modificada pela última vez às|modificada pela última vez à(s)
    |atualizada pela última vez em|dernière modification de cette page le|modification de cette page le
    |modifiée pour la dernière fois le|modifié pour la dernière fois le|mise à jour pour la dernière fois le
    |modificada por última vez el|editada por última vez el|actualizada por última vez el
    |modificado por última vez el|modificata per l'ultima volta l'|aggiornata per l'ultima volta il
    |última edición desta páxina foi o|última edición d'esta páxina foi'l|modificada pel darrièr còp lo
    |editare a paginii a fost efectuată la|ultima modificare|ultima modificare efectuată la
    |modificată ultima dată la|modificată ultima oară la|ultima actualizare|senest redigeret d
    |senest ændret den|senest ændret d|senest ændret|senest opdateret den|senest opdateret|sidst opdateret
    |sidst ændret|sist oppdatert|sist endra den|sist endra|sist oppdatert den|ändrades senast den
    |ändrades senast|senast ändrad|senast ändrad den|senast uppdaterad|senast uppdaterad den|viimeksi muokattu
    |viimeksi päivitetty|lehekülje viimane muutmine|viimati muudetud|viimati uuendatud|viimane muudatus
    |pēdējoreiz labota|pēdējo reizi labota|pēdējās izmaiņas|pēdējo reizi atjaunots|paskutinį kartą keistas
    |paskutinį kartą keista|paskutinį kartą atnaujinta|paskutinis atnaujinimas|naposledy editována v
    |naposledy upraveno|naposledy změněno|naposledy změněna|naposledy aktualizováno|poslední změna
    |poslední úprava|poslednej úpravy tejto stránky|naposledy upravená|naposledy upravené
    |naposledy aktualizované|posledná úprava|posledná zmena|posledná aktualizácia|posljednji je put uređivana
    |posljednji je put izmijenjena|posljednji put izmijenjena|posljednji put izmijenjena na datum
    |posljednji put uređivana|zadnji put mijenjana dana|zadnji put promijenjena|zadnja izmjena
    |posljednja izmjena|zadnje ažuriranje|vreme poslednje izmene stranice|poslednji put izmenjena
    |poslednji put izmenjeno|poslednja izmena|време последње измене странице|последњи пут измењена
    |последњи пут измењено|последња измена|zadnje spremembe strani|nazadnje spremenjena
    |nazadnje spremenjena dne|nazadnje spremenjeno|zadnja sprememba|zadnja posodobitev|ostatnio edytowano o
    |ostatnio zmodyfikowano o|ostatnia modyfikacja|последнее изменение этой страницы
    |последний раз была отредактирована|востаннє відредаговано|востаннє відредаговано о
    |остання зміна цієї сторінки|остання зміна|апошняе змяненне старонкі адбылося|апошні раз рэдагавалася
    |промяна на страницата е извършена на|последна промяна|последна редакция|последна актуализация
    |промена на страницава е извршена на|последна промена|τροποποιήθηκε τελευταία φορά στις
    |ενημερώθηκε τελευταία φορά στις|τελευταία φορά στις|redaktuar për herë të fundit më|sayfa en son
    |sayfa son olarak|tarihinde değiştirildi|tarihinde değiştirilmiştir|tarihinde güncellendi
    |tarihinde güncellenmiştir|tarihinde düzenlendi|bu səhifə sonuncu dəfə|tarixində redaktə edilib
    |bu sahifa oxirgi marta|беттің соңғы рет өзгертілген кезі|соңгы тапкыр үзгәртү вакыты
    |энэ хуудас хамгийн сүүлд|էջը վերջին անգամ փոփոխվել է|ეს გვერდი ბოლოს დარედაქტირდა|ბოლოს დარედაქტირდა
    |ბოლო ცვლილება|sửa đổi lần cuối vào lúc|sửa đổi lần cuối vào|sửa đổi lần cuối lúc|cập nhật lần cuối vào
    |cập nhật lần cuối lúc|cập nhật lần cuối ngày|terakhir disunting pada|terakhir diubah
    |terakhir diperbarui pada|terakhir diperbarui|huling binago ang pahinang ito noong
    |kwa mara ya mwisho tarehe|golygwyd y dudalen hon ddiwethaf ar|lastafoje redaktita je|dës säit gouf de(n)
    |dës säit gouf den|最終更新日時は|最終更新日は|最后编辑于|最后修改于|最後修改於|最后更新于|最後更新於
    |最后更新时间|最後更新時間|最后更新日期|最後更新日期|最後更新|最後修改|最後編輯|마지막으로 편집되었습니다
    |마지막으로 수정되었습니다|마지막 수정|최종 수정|최종 업데이트|마지막 업데이트|נערך לאחרונה ב
    |שונה לאחרונה ב|עודכן לאחרונה ב|עודכן ב|עדכון אחרון ב|לעצט געווארן רעדאקטירט|اخر تعدیل لهذه الصفحه کان یوم
    |عدلت هذه الصفحه للمره الاخیره فی|میں آخری بار مورخہ|آخرین بار در|آخرین به‌روزرسانی|इस पृष्ठ का पिछला बदलाव
    |अंतिम परिवर्तन|अंतिम बार अपडेट किया गया|या पानातील शेवटचा बदल|यो पृष्ठलाई अन्तिमपटक|শেষ সম্পাদিত হয়েছে
    |শেষ পরিবর্তিত হয়েছিল|সর্বশেষ আপডেট|সর্বশেষ হালনাগাদ|ਸਫ਼ੇ ਵਿੱਚ ਆਖ਼ਰੀ ਸੋਧ|આ પાનામાં છેલ્લો ફેરફાર|இப்பக்கம் கடைசியாக
    |ఈ పేజీలో చివరి మార్పు|ರಂದು ಕೊನೆಯಾಗಿ ಸಂಪಾದಿಸಲಾಯಿತು|അവസാനം തിരുത്തപ്പെട്ടത്|මේ පිටුව අන්තිමට සැකසුවේ|အချိန်တွင် နောက်ဆုံး ပြင်ဆင်ခဲ့သည်
    |កែចុងក្រោយនៅម៉ោង|កែចុងក្រោយ|ດັດແກ້ຄັ້ງລ້າສຸດເມື່ອວັນທີ
"""


def main(folder: Path) -> None:
    """Write the file from the packages in ``folder``."""
    found: dict[str, set[str]] = {kind: set() for kind in EXTRA}
    for kind, text in [*_messages(folder), *_extra()]:
        label = clean(without_holes(text))
        if 1 < len(label) <= 40:
            found[kind].add(label)
    found["published"] -= found["updated"]
    record = {kind: sorted(labels) for kind, labels in found.items()}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    (DATA / "date_labels.json").write_text(text + "\n", "utf-8")


def _extra() -> Iterator[tuple[str, str]]:
    for kind, labels in EXTRA.items():
        for label in labels.split("|"):
            yield kind, label
    for label in WIKI.split("|"):
        yield "updated", label


def _messages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "nikola").rglob("messages_*.py")):
        messages = ast.literal_eval(path.read_text("utf-8").partition("MESSAGES =")[2].strip())
        yield from ((kind, messages[key]) for key, kind in NIKOLA.items() if messages.get(key))
    for path in sorted((folder / "mkdocs_material").rglob("partials/languages/*.html")):
        pairs = dict(re.findall(r'"([\w.]+)": "([^"]*)"', path.read_text("utf-8")))
        yield from ((kind, pairs[key]) for key, kind in MKDOCS.items() if key in pairs)
    for path in sorted((folder / "docusaurus").rglob("locales/*/theme-common.json")):
        pairs = json.loads(path.read_text("utf-8"))
        for key, kind in DOCUSAURUS.items():
            if key in pairs:
                yield kind, pairs[key]
                yield kind, pairs[key].replace("{atDate}", pairs.get(AT_DATE, ""))
    for package in ("sphinx", "wagtail", "trac", "indico"):
        for path in sorted((folder / package).rglob("LC_MESSAGES/*.mo")):
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)
            for key, kind in (DUE if package == "indico" else GETTEXT).items():
                if (text := catalogue.gettext(key)) != key:
                    yield kind, text


if __name__ == "__main__":
    main(only_argument("FOLDER"))
