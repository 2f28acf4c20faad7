"""What each split of a crossvalidation scores."""

from articlex_lab.training.body.folds import FOLDS, SPLITS, Split, fold_of

SITES = [f"site{number}.example" for number in range(40)]


def test_a_site_of_a_corpus_in_folds_is_scored_by_one_split_alone() -> None:
    scored = [sum(split.holds("wcxb-dev", site) for split in SPLITS) for site in SITES]
    assert scored == [1] * len(SITES)


def test_a_fold_scores_the_sites_whose_number_it_has() -> None:
    found = [
        [site for site in SITES if Split("wcxb-dev", number).holds("wcxb-dev", site)]
        for number in range(FOLDS)
    ]
    assert found == [[site for site in SITES if fold_of(site) == number] for number in range(FOLDS)]


def test_a_corpus_without_folds_is_scored_whole_and_alone() -> None:
    assert {Split("news").holds("news", site) for site in SITES} == {True}
    assert {Split("news").holds("forums", site) for site in SITES} == {False}
