"""The one door for XML: what is hostile stays out, what is broken is mended or refused, and both are said."""

from __future__ import annotations

import codecs
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.bounds import FILE_BYTES, INTERCHANGE_BYTES, XML_DEPTH
from app.core.errors import WorkoutError
from app.interchange import xml_door
from app.interchange.xml_door import Node, begins, number, tree, walk
from app.interchange.xml_out import bytes_of, node

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<a>&c;</a>"""
FETCHES = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


def refused(data: bytes) -> str:
    with pytest.raises(WorkoutError) as caught:
        tree(data, "TCX")
    return str(caught.value)


def taken(data: bytes, tag: str) -> tuple[list[Node], xml_door.Walked]:
    nodes: list[Node] = []
    return nodes, walk(data, "TCX", {}, {tag: nodes.append})


@pytest.mark.parametrize("data", [BOMB, FETCHES, b"<!DOCTYPE a><a/>", b'<!DOCTYPE a SYSTEM "http://x/y.dtd"><a/>'])
def test_a_document_type_is_refused_at_its_first_word(data: bytes) -> None:
    assert "has a document type" in refused(data)
    with pytest.raises(WorkoutError, match="document type"):
        walk(data, "TCX", {}, {})


def test_a_word_about_a_document_type_is_none() -> None:
    root, said = tree(b"<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a> & co]]></a>", "TCX")
    assert (root.text, said) == ("<!DOCTYPE a> & co", ())


def test_an_entity_that_nobody_defined_stays_as_it_is_written() -> None:
    root, said = tree(b"<a name='Tom &amp; Ann'>caf&eacute; &#233; & more</a>", "TCX")
    assert root.text == "caf&eacute; é & more"
    assert root.attributes == {"name": "Tom & Ann"}
    assert said == ("the file has a lone & in its XML; it was mended",)


def test_bounds_hold_before_anything_is_parsed() -> None:
    with pytest.raises(WorkoutError, match="larger than 25 MB"):
        walk(b"<" * (INTERCHANGE_BYTES + 1), "TCX", {}, {})
    assert "larger than 1 MB" in refused(b"<" * (FILE_BYTES + 1))


def test_elements_are_counted_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_door, "XML_ELEMENTS", 100)
    assert tree(b"<a>" + b"<b/>" * 99 + b"</a>", "TCX")[0].tag == "a"
    assert "more than 100 elements" in refused(b"<a>" + b"<b/>" * 100 + b"</a>")


def test_elements_nest_as_deep_as_the_bound_and_no_deeper() -> None:
    assert tree(b"<a>" * XML_DEPTH + b"</a>" * XML_DEPTH, "TCX")[0].tag == "a"
    assert f"nests more than {XML_DEPTH} elements" in refused(b"<a>" * (XML_DEPTH + 1) + b"</a>" * (XML_DEPTH + 1))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \r\n", "the file is empty"),
        (b"\x00" * 500, "nothing but zero bytes"),
        (b"8x400 @ mile", "it is not XML"),
        (b"<a><b></a>", "its XML is not whole at line 1"),
        (b"<a>\n<b>\n", "its XML is not whole at line 3"),
        (b"<", "its XML is not whole at line 1"),
    ],
)
def test_what_is_no_xml_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refused(data)


@pytest.mark.parametrize(
    ("declared", "codec", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "utf-8", codecs.BOM_UTF8),
        ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16", "utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16", "utf-16-le", b""),
        ("utf-8", "utf-16-le", codecs.BOM_UTF16_LE),  # what the mark says goes before what the words say
        ("utf-16", "utf-8", codecs.BOM_UTF8),
        ("utf-16", "utf-8", b""),  # and what the bytes are before both
        ("utf-32", "utf-32-le", codecs.BOM_UTF32_LE),
        ("iso-8859-1", "latin-1", b""),
        ("Windows-1252", "cp1252", b""),
        ("gbk", "gbk", b""),
    ],
)
def test_letters_are_read_as_they_were_saved(declared: str, codec: str, mark: bytes) -> None:
    text = "名é" if codec not in {"latin-1", "cp1252", "gbk"} else "名" if codec == "gbk" else "é"
    data = mark + f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'.encode(codec)
    root, said = tree(data, "TCX")
    assert (root.text, said) == (text, ())


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (b" \n<?xml version='1.0'?><a>x</a>", "x", "begins with blanks"),
        (b"<a>x\x00\x00</a>\x00\x00", "x", "zero bytes or other signs"),
        (b"<a>x\x0b</a>", "x", "zero bytes or other signs"),
        (b"<?xml version='1.0' encoding='rot13'?><a>x</a>", "x", "of a kind that is not known"),
        (b"<?xml version='1.0' encoding='no-such'?><a>x</a>", "x", "of a kind that is not known"),
        (b"<a>caf\xe9</a>", "café", "not what the file says they are"),
        (b"<a>x<b c='1'\\></a>", "x", "\\> for />"),
    ],
)
def test_slips_are_mended_and_said(data: bytes, text: str, said: str) -> None:
    root, warnings = tree(data, "TCX")
    assert root.text == text
    assert len(warnings) == 1
    assert said in warnings[0]


def test_prefixes_are_dropped_declared_or_not() -> None:
    root, _ = tree(b"<tc:a xsi:type='tc:Step_t' x:n='other' n='own'><y:b>1</y:b></tc:a>", "TCX")
    assert (root.tag, root.attributes, root.words("b")) == ("a", {"type": "tc:Step_t", "n": "own"}, "1")


def test_what_was_closed_before_a_file_breaks_off_is_kept() -> None:
    whole = b"<a>" + b"<b><c>1</c></b>" * 3 + b"</a>"
    for end in range(len(whole)):
        if end < 3:
            with pytest.raises(WorkoutError):
                taken(whole[:end], "b")
            continue
        nodes, walked = taken(whole[:end], "b")
        assert len(nodes) == whole[:end].count(b"</b>")
        assert not walked.is_whole
        assert walked.warnings == ("the file breaks off at line 1; what stands before was read",)
    nodes, walked = taken(whole, "b")
    assert (len(nodes), walked.is_whole, walked.root.children) == (3, True, [])


def test_a_large_file_breaks_off_where_it_does_and_no_sooner() -> None:
    data = b"<a>" + b"<b>1</b>\n" * 20_000
    nodes, _ = taken(data, "b")
    assert len(nodes) == 20_000


@pytest.mark.parametrize("text", ["", "x", "NaN", "inf", "1,5", "0x10", "1_000", "1e999", "9" * 80, "--1", "1 2"])
def test_what_is_no_plain_figure_is_none(text: str) -> None:
    assert number(text) is None


def test_the_first_bytes_tell_the_root() -> None:
    assert begins(b'\xef\xbb\xbf <?xml version="1.0"?>\n<!-- x --><gpx version="1.1">', "gpx")
    assert begins("<ns:gpx>".encode("utf-16"), "gpx")
    assert begins(b"<!DOCTYPE gpx [", "gpx")
    assert begins(b"<gpx", "gpx")
    assert not begins(b"<gpxx>", "gpx")
    assert not begins(b"gpx <gpx>", "gpx")
    assert not begins(b"", "gpx")


@given(st.binary(max_size=200).map(lambda data: b"<a>" + data))
@settings(max_examples=100)
def test_bytes_are_read_or_refused(data: bytes) -> None:
    for read in (tree, lambda each, kind: walk(each, kind, {}, {})):
        try:
            read(data, "TCX")
        except WorkoutError:
            continue


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(texts, texts)
@settings(max_examples=100)
def test_what_is_written_is_what_another_reader_reads(text: str, attribute: str) -> None:
    data = bytes_of(node("a", [node("b", text, c=attribute)]))
    other = ET.fromstring(data).find("b")  # another reader is the point
    ours, said = tree(data, "TCX")
    assert other is not None
    assert said == ()
    (inner,) = ours.children
    assert (other.text or "").strip() == inner.text
    assert other.get("c") == inner.attributes["c"]
