"""Contributor text taken apart for outputs that are no HTML."""

from timeline.text import Run, inline_html, plain, runs


def test_emphasis_and_links_become_runs_and_the_host_stands_behind_its_link() -> None:
    assert runs("The *bridge* [stands](https://example.org/a).") == (
        Run("The "),
        Run("bridge", emphasis=True),
        Run(" "),
        Run("stands", url="https://example.org/a"),
        Run(" (example.org)."),
    )


def test_an_address_that_may_not_be_linked_stays_as_it_was_typed() -> None:
    text = "See [this](javascript:alert) and 5*3*2."
    assert runs(text) == (Run(text),)


def test_the_runs_of_a_text_are_its_words_in_html() -> None:
    for text in ("*a [b](https://example.org/x) c*", "<b>no</b> & *yes*", "", "a *b* *c*"):
        words = "".join(run.text for run in runs(text))
        assert words.replace(" (example.org)", "") == plain(text)
        assert ("<em>" in inline_html(text)) == any(run.emphasis for run in runs(text))
