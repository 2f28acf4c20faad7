import articlex

LINE = (
    "台所の窓から 第12回 糠床の引っ越し 文・早川みどり 2025年5月20日 更新 "
    "転勤で東京から松江に移ることになり、いちばん困ったのは糠床だった。十四年かき混ぜてきた琺瑯の容器は、引っ越し業者に「生ものは運べません」と断られた。"
    "結局、新幹線で膝に載せて運んだ。隣の席の老婦人が「糠床でしょう」と言う。匂いでわかったのだそうだ。"
    "彼女の糠床は六十年ものだという。「水が変わると三日すねますよ」。四日目の朝、急にいつもの味に戻った。"
)


def test_a_whole_page_on_one_line_is_no_headline():
    article = articlex.extract(LINE)
    assert article.title is None
    assert LINE in article.text
