"""Labels of days on which somebody else read a page or put a copy of it away, for ``data/date_labels.json``.

The catalogues have none. These are the words of citations in Wikipedias and in the styles of journals, and of
programs that fetch pages.
"""

from __future__ import annotations

READ = """
    retrieved|retrieved on|retrieved at|date retrieved|accessed|accessed on|accessed at|access date
    |date accessed|date of access|last accessed|last accessed on|last visited|last visited on
    |last viewed|last viewed on|crawled|crawled on|crawled at|crawl date|fetched|fetched on|fetched at
    |scraped on|scraped at|captured on|captured at|downloaded on|archived on|archived at
    |archived from the original on|date archived|archive date|abgerufen|abgerufen am
    |zuletzt abgerufen am|abrufdatum|abgefragt am|zuletzt aufgerufen am|aufgerufen am|zugriff am
    |letzter zugriff|letzter zugriff am|zugriffsdatum|archiviert am|archiviert vom original am
    |consulté le|consultée le|page consultée le|consultation le|date de consultation
    |dernière consultation le|dernier accès le|récupéré le|archivé le|archivée le|consultado
    |consultado el|consulta el|fecha de consulta|fecha de acceso|último acceso|recuperado el
    |archivado el|archivado desde el original el|consultato il|url consultato il|visitato il
    |ultimo accesso|data di consultazione|data di accesso|archiviato il|consultado em|acessado em
    |acesso em|acedido em|data de acesso|arquivado em|geraadpleegd op|laatst geraadpleegd op|bezocht op
    |gearchiveerd op|dostęp|data dostępu|ostatni dostęp|dostęp z dnia|zarchiwizowano|citováno|navštíveno
    |archivováno|consultat la|accesat la|accesat pe|accesat|arhivat din original la|letöltve
    |hozzáférés dátuma|hozzáférés|elérés dátuma|megtekintve|archiválva|viitattu|arkistoitu|hämtad|hämtat
    |besökt|arkiverad från originalet den|arkiverad|hentet|besøkt|besøgt|arkivert|arkiveret|vaadatud
    |skatīts|tikrinta|žiūrėta|дата обращения|дата доступа|архивировано|дата архивирования|процитовано
    |дата звернення|переглянуто|архів оригіналу за|посетен на|достъп на|архивиран на|приступљено
    |приступљено дана|pristupljeno|pristupljeno dana|arhivirano|preuzeto|pridobljeno|pridobljeno dne
    |преземено на|ανακτήθηκε|ανακτήθηκε στις|προσπελάστηκε στις|πρόσβαση στις|ημερομηνία πρόσβασης
    |αρχειοθετήθηκε από το πρωτότυπο στις|erişim tarihi|son erişim|alındığı tarih|arşivlendi|閲覧日
    |最終閲覧日|閲覧|最終閲覧|参照日|最終アクセス|アクセス日|取得日|保存日|访问日期|访问时间|访问于
    |检索日期|检索于|查阅日期|查阅于|引用日期|存取日期|浏览日期|抓取时间|采集时间|存档日期|存档于
    |原始内容存档于|訪問日期|訪問於|檢索日期|檢索於|查閱日期|查閱於|瀏覽日期|擷取時間|存檔日期|存檔於
    |原始內容存檔於|열람일|접속일|접속일자|확인일|검색일|보존된 날짜|보관된 날짜|اطلع عليه بتاريخ
    |تاريخ الوصول|تاريخ الاطلاع|تاريخ الولوج|مؤرشف من الأصل في|استرجع في|بازبینی شده در|دریافت شده در
    |تاریخ دسترسی|دسترسی در|بایگانی شده از نسخه اصلی در|بایگانی شده در|اخذ شدہ بتاریخ|נצפה ב|אוחזר ב
    |נדלה ב|תאריך גישה|תאריך צפייה|ארכיון מהמקור מ|अभिगमन तिथि|पहुँच तिथि|अंतिम बार देखा गया
    |मूल से पुरालेखित|สืบค้นเมื่อ|สืบค้นเมื่อวันที่|เข้าถึงเมื่อ|เข้าถึงเมื่อวันที่|เรียกดูเมื่อ
    |เก็บจากแหล่งเดิมเมื่อ|truy cập|truy cập ngày|truy cập lúc|ngày truy cập|lưu trữ bản gốc ngày
    |diakses|diakses pada|diakses tanggal|tanggal akses|diarsipkan dari versi asli tanggal|dicapai pada
    |tarikh capaian|সংগ্রহের তারিখ|பார்க்கப்பட்ட நாள்|సేకరణ తేదీ|ശേഖരിച്ചത്|data de consulta
    |eskuratze data
"""
