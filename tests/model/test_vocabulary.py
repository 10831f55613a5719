import pytest

from generator.model import vocabulary
from generator.model.vocabulary import Vocabulary

VOCABULARIES = [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.name)
def test_a_word_is_itself_however_it_is_written(words: Vocabulary) -> None:
    for word in words.words:
        assert (
            words.find(word) == words.find(word.upper()) == words.find(f" {word.replace(' ', '_')}.") == word
        )
