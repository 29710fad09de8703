"""References: two styles to copy, the way there and back, and a script that only helps."""

import json
import unicodedata
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros import addresses
from macros.data.load import load, read
from macros.data.model.clinic import Clinic
from macros.references import csl, styles
from macros.references.csl import Item
from tests.readers import until
from tests.sites import GUIDES, ROOT, Site, guide, macros_of, text_of

SOURCES = {source.id: source for source in guide("foot").evidence.sources}
every_guide = pytest.mark.parametrize("name", GUIDES)

APA = {
    "sulowska-2019": "Sulowska, I., Mika, A., Oleksy, Ł., & Stolarczyk, A. (2019). The Influence of Plantar Short Foot Muscle Exercises on the Lower Extremity Muscle Strength and Power in Proximal Segments of the Kinematic Chain in Long-Distance Runners. BioMed Research International, 2019, 6947273. https://doi.org/10.1155/2019/6947273",
    "pabon-carrasco-2020": "Pabón-Carrasco, M., Castro-Méndez, A., Vilar-Palomo, S., Jiménez-Cebrián, A. M., García-Paya, I., & Palomo-Toucedo, I. C. (2020). Randomized Clinical Trial: The Effect of Exercise of the Intrinsic Muscle on Foot Pronation. International Journal of Environmental Research and Public Health, 17(13), 4882. https://doi.org/10.3390/ijerph17134882",
    "taddei-2020-muscle": "Taddei, U. T., Matias, A. B., Ribeiro, F. I. A., Bus, S. A., & Sacco, I. C. N. (2020). Effects of a foot strengthening program on foot muscle morphology and running mechanics: A proof-of-concept, single-blind randomized controlled trial. Physical Therapy in Sport, 42, 107–115. https://doi.org/10.1016/j.ptsp.2020.01.007",
    "pedro-2019": "Physiotherapy Evidence Database (PEDro). (n.d.). The Influence of Plantar Short Foot Muscle Exercises on the Lower Extremity Muscle Strength and Power in Proximal Segments of the Kinematic Chain in Long-Distance Runners. Retrieved November 22, 2026, from https://search.pedro.org.au/search-results/record-detail/57391",
    "sheffield-sprain": "Sheffield Aches and Pains, England. (n.d.). What is an ankle sprain? Retrieved November 22, 2026, from https://sheffieldachesandpains.com/conditions/ankle-sprain/what-is-an-ankle-sprain",
}
VANCOUVER = {
    "sulowska-2019": "Sulowska I, Mika A, Oleksy Ł, Stolarczyk A. The Influence of Plantar Short Foot Muscle Exercises on the Lower Extremity Muscle Strength and Power in Proximal Segments of the Kinematic Chain in Long-Distance Runners. BioMed Research International. 2019;2019:6947273. doi:10.1155/2019/6947273 PubMed PMID: 30719446; PubMed Central PMCID: PMC6334361.",
    "pabon-carrasco-2020": "Pabón-Carrasco M, Castro-Méndez A, Vilar-Palomo S, Jiménez-Cebrián AM, García-Paya I, Palomo-Toucedo IC. Randomized Clinical Trial: The Effect of Exercise of the Intrinsic Muscle on Foot Pronation. International Journal of Environmental Research and Public Health. 2020;17(13):4882. doi:10.3390/ijerph17134882 PubMed PMID: 32645830; PubMed Central PMCID: PMC7369729.",
    "taddei-2020-muscle": "Taddei UT, Matias AB, Ribeiro FIA, Bus SA, Sacco ICN. Effects of a foot strengthening program on foot muscle morphology and running mechanics: A proof-of-concept, single-blind randomized controlled trial. Physical Therapy in Sport. 2020;42:107–15. doi:10.1016/j.ptsp.2020.01.007",
    "pedro-2019": "Physiotherapy Evidence Database (PEDro). The Influence of Plantar Short Foot Muscle Exercises on the Lower Extremity Muscle Strength and Power in Proximal Segments of the Kinematic Chain in Long-Distance Runners [Internet]. [cited 2026 Nov 22]. Available from: https://search.pedro.org.au/search-results/record-detail/57391",
}


@pytest.mark.parametrize("id_", APA)
def test_a_known_source_reads_as_the_apa_manual_has_it(id_: str) -> None:
    assert styles.texts(csl.item(SOURCES[id_])).apa == APA[id_]


@pytest.mark.parametrize("id_", VANCOUVER)
def test_a_known_source_reads_as_the_national_library_of_medicine_has_it(id_: str) -> None:
    assert styles.texts(csl.item(SOURCES[id_])).vancouver == VANCOUVER[id_]


@pytest.mark.parametrize(
    ("pages", "apa", "vancouver"),
    [("1-11", "1–11", "1–11"), ("98-104", "98–104", "98–104"), ("104-113", "104–113", "104–13"), ("e7", "e7", "e7")],
)
def test_a_range_of_pages_keeps_its_end(pages: str, apa: str, vancouver: str) -> None:
    references = styles.texts(_item() | {"page": pages})
    assert f", {apa}." in references.apa
    assert f":{vancouver}." in references.vancouver


def test_without_an_author_the_title_comes_first_and_once() -> None:
    item = _item()
    item.pop("author")
    assert styles.texts(item).apa == "On hands. (2020). Journal of Hands, 1."


def test_letters_survive_every_source_in_one_form() -> None:
    for source in SOURCES.values():
        references = styles.texts(csl.item(source))
        assert [unicodedata.normalize("NFC", text) for text in references] == list(references)
        for name in [name.family for name in source.author if name.family][:6]:
            assert name in references.apa, source.id
            assert name in references.vancouver, source.id


def test_a_hostile_title_is_text_in_both_styles_and_escaped_on_the_page(tmp_path: Path) -> None:
    item = _item() | {"title": "<b>A</b> & {B} \"C\" <script>alert('x')</script>"}
    assert item["title"] in styles.texts(item).apa
    assert item["title"] in styles.texts(item).vancouver
    bad = GUIDES["hand"].read_text(encoding="utf-8").replace("title: On hands", f"title: {json.dumps(item['title'])}")
    shown = macros_of(read(bad.encode(), tmp_path / "x.yml"), "evidence/sources/").reference_list()
    assert "<script>" not in shown
    assert shown.count("&lt;script&gt;") == 3


def _item() -> Item:
    return {
        "id": "doe",
        "type": "article-journal",
        "title": "On hands",
        "author": [{"family": "Doe", "given": "J"}],
        "container-title": "Journal of Hands",
        "issued": {"date-parts": [[2020]]},
        "volume": "1",
    }


@every_guide
def test_every_reference_has_both_texts_and_leads_to_its_paper(sites: dict[str, Site], name: str) -> None:
    page = sites[name].pages["evidence/sources/"]
    items = {item.get("id", ""): item for item in page.one("ol", "references") if item.tag == "li"}
    for source in sites[name].guide.evidence.sources:
        item = items[f"ref-{source.id}"]
        texts = {span.get("data-style"): text_of(span) for span in item.iter("span") if span.get("data-style")}
        references = styles.texts(csl.item(source))
        assert texts == {"apa": " ".join(references.apa.split()), "vancouver": " ".join(references.vancouver.split())}
        links = {link.get("href") for link in item.iter("a")}
        assert f"https://doi.org/{source.DOI}" in links or source.URL in links
        assert not source.PMID or f"https://pubmed.ncbi.nlm.nih.gov/{source.PMID}/" in links
        assert not source.PMCID or f"https://pmc.ncbi.nlm.nih.gov/articles/{source.PMCID}/" in links


@every_guide
def test_each_reference_leads_back_to_every_place_that_cites_it(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    page = site.pages["evidence/sources/"]
    items = {item.get("id", ""): item for item in page.one("ol", "references") if item.tag == "li"}
    for source in site.guide.evidence.sources:
        back = {page.target(link.get("href", "")) for link in items[f"ref-{source.id}"].iter("a")}
        for citing in site.pages.values():
            for link in citing.all("a", "cite"):
                if citing.target(link.get("href", "")) == ("evidence/", f"ref-{source.id}"):
                    assert (citing.address, link.get("id", "")) in back, f"{source.id} on /{citing.address}"


def test_every_source_is_cited_somewhere_or_says_nothing_of_it(foot: Site) -> None:
    page = foot.pages["evidence/sources/"]
    for item in page.one("ol", "references"):
        notes = [text_of(small) for small in item.iter("small")]
        assert all(text != "Cited:" for text in notes)


def test_the_guide_can_be_cited_with_its_version(foot: Site) -> None:
    about = foot.guide.guide
    references = styles.texts(csl.guide_item(foot.guide, Clinic(), "https://clinic.example/"))
    assert references.apa == (
        f"{about.title} (Version {about.version}). ({about.released.year}, "
        f"{about.released:%B} {about.released.day}). https://clinic.example/"
    )
    assert references.vancouver.startswith(
        f"{about.title} (Version {about.version}) [Internet]. {about.released.year}."
    )
    assert text_of(foot.pages["evidence/sources/"].one("blockquote", "citing__guide")).startswith(
        f"{about.title} (Version {about.version})."
    )


def test_the_citation_file_of_the_repository_agrees_with_the_guide() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    about = load(ROOT / "exercises.yml").guide
    assert (citation["title"], citation["version"], citation["date-released"]) == (
        about.title,
        about.version,
        about.released,
    )


def test_texts_to_copy_are_not_in_the_search(foot: Site) -> None:
    index = (foot.folder / addresses.SEARCH_INDEX).read_text(encoding="utf-8")
    assert "PubMed PMID" not in index
    assert "Jurgensmeier" not in index


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(f"{address}evidence/sources/")
    return page


def test_one_click_copies_a_reference_and_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}evidence/sources/")
    page.locator("#ref-sulowska-2019 summary").click()
    page.locator("#ref-sulowska-2019 [data-copy=apa]").click()
    expect(page.locator(".citing__said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == APA["sulowska-2019"]
    assert page.locator(".citing__said").get_attribute("role") == "status"
    context.close()


def test_without_a_clipboard_the_text_is_selected(browser: Browser, server: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page = context.new_page()
    page.goto(f"{server}evidence/sources/")
    page.locator("#ref-sulowska-2019 summary").click()
    page.locator("#ref-sulowska-2019 [data-copy=vancouver]").click()
    until(page, "document.querySelector('.citing__said').textContent.includes('Ctrl+C')")
    assert page.evaluate("getSelection().toString()") == VANCOUVER["sulowska-2019"]
    context.close()


def test_without_javascript_the_texts_are_there_and_no_button_is(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}evidence/sources/")
    assert page.locator("[data-copy]:visible").count() == 0
    page.locator("#ref-sulowska-2019 summary").click()
    assert page.locator("#ref-sulowska-2019 [data-style=apa]").is_visible()
    context.close()


def test_on_paper_the_ways_to_copy_are_left_out_and_the_doi_stays(browser: Browser, server: str) -> None:
    page = _opened(browser, server)
    page.emulate_media(media="print")
    reference = page.locator("#ref-sulowska-2019")
    assert "doi:10.1155/2019/6947273" in reference.inner_text()
    assert page.locator(".citing:visible").count() == 0
    assert page.locator(".references a[download]:visible").count() == 0
    page.close()
