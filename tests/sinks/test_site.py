"""The MkDocs settings that both sinks share."""

from timeline.model import Settings
from timeline.site import merge, mkdocs_settings, navigation, theme_settings
from timeline.wording import wording_for

ENGLISH = wording_for("en")

PAGES = ["index.md", "t/index.md", "c/index.md", "c/one.md", "method.md", "reference/codes.md"]


def test_a_tab_appears_only_for_pages_that_exist() -> None:
    assert navigation(PAGES, [], ENGLISH) == [
        {"Timeline": "index.md"},
        {"Topics": "t/index.md"},
        {"Claims": "c/index.md"},
        {"Method": ["method.md", "reference/codes.md"]},
    ]


def test_pages_of_claims_are_never_in_the_navigation() -> None:
    assert "one.md" not in str(navigation(PAGES, [], ENGLISH))


def test_handwritten_pages_have_a_tab_of_their_own_by_folder() -> None:
    written = [
        "decisions/0002-b.md",
        "contributing.md",
        "decisions/0001-a.md",
        "decisions/index.md",
        "architecture.md",
    ]
    (tab,) = navigation([], written, ENGLISH)
    assert tab == {
        "Docs": [
            "architecture.md",
            "contributing.md",
            {"Decisions": ["decisions/index.md", "decisions/0001-a.md", "decisions/0002-b.md"]},
        ]
    }


def test_a_handwritten_page_takes_the_tab_of_the_one_that_it_replaces() -> None:
    assert navigation(["index.md"], ["method.md", "README.md"], ENGLISH) == [
        {"Timeline": "README.md"},
        {"Method": "method.md"},
    ]


def test_a_project_without_any_page_has_an_empty_navigation() -> None:
    assert navigation([], [], ENGLISH) == []


def test_files_stand_in_the_order_of_mkdocs() -> None:
    made = dict.fromkeys(["t/b.md", "z.md", "t/index.md", "t/a/x.md", "index.md", "a.md"], b"")
    staying, replaced = merge(made, [])
    assert list(staying) == ["index.md", "a.md", "z.md", "t/index.md", "t/b.md", "t/a/x.md"]
    assert replaced == ()


def test_a_handwritten_file_wins() -> None:
    staying, replaced = merge({"index.md": b"", "method.md": b"", "a.css": b""}, ["README.md", "a.css"])
    assert list(staying) == ["method.md"]
    assert replaced == ("a.css", "index.md")


def test_title_and_description_are_escaped_since_material_prints_them_as_html() -> None:
    made = mkdocs_settings(Settings(title="A & <b>", standfirst='Who said\n"what"'), [])
    assert made["site_name"] == "A &amp; &lt;b&gt;"
    assert made["site_description"] == "Who said &quot;what&quot;"


def test_what_a_project_does_not_say_is_not_set() -> None:
    made = mkdocs_settings(Settings(), [])
    assert {"site_description", "site_url", "edit_uri", "repo_url"}.isdisjoint(made)


def test_an_address_of_the_site_ends_with_a_slash() -> None:
    assert (
        mkdocs_settings(Settings(site_url="https://example.org/b"), [])["site_url"]
        == "https://example.org/b/"
    )


def test_no_font_comes_from_another_host() -> None:
    assert theme_settings(Settings())["font"] is False


def test_the_theme_speaks_the_language_of_the_interface() -> None:
    spoken = {
        tag: theme_settings(Settings(language=tag))["language"] for tag in ("uk", "en-GB", "ru-RU", "crh")
    }
    assert spoken == {"uk": "uk", "en-GB": "en", "ru-RU": "ru", "crh": "en"}
