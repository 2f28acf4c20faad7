def test_import():
    import articlex

    assert articlex.__version__
