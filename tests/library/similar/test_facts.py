import pytest

from generator.library.similar.facts import title_words, worth


@pytest.mark.parametrize(
    ("title", "words"),
    [
        pytest.param("Senior Backend Engineer (Go)", ("backend", "engineer", "go"), id="level"),
        pytest.param("Entwickler für C++ und C# (m/w/d)", ("entwickler", "c++", "c#"), id="german"),
        pytest.param("Director of Product, Product Platform", ("director", "product", "platform"), id="once"),
        pytest.param("Senior Lead", ("senior", "lead"), id="nothing-else"),
    ],
)
def test_title_words_tell_jobs_apart(title: str, words: tuple[str, ...]) -> None:
    assert title_words(title) == words


@pytest.mark.parametrize(
    ("sharing", "all_open", "times"),
    [
        pytest.param(1, 1, 1, id="only-job"),
        pytest.param(40, 40, 1, id="every-job"),
        pytest.param(16, 32, 1, id="half"),
        pytest.param(4, 32, 3, id="eighth"),
        pytest.param(4, 63, 3, id="until-the-next-power"),
        pytest.param(3, 32, 3, id="rounded-up"),
        pytest.param(1, 100_000, 8, id="rarest"),
    ],
)
def test_word_counts_by_rarity_in_powers_of_two(sharing: int, all_open: int, times: int) -> None:
    assert worth("word", sharing, all_open) == 6 * times
    assert worth("city", sharing, all_open) == 10
