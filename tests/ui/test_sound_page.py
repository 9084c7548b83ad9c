"""The sound page: what sounds, with what, how loud, and by which loudspeaker; by keys, by mouse, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QWidget

from app.audio.synth import NAMES as TONE_NAMES
from app.core.cues import TONES, WORDS, CueKind
from app.core.pace import Belt
from app.core.setup import Light
from app.core.state import State
from app.ui.choices import SoundChoices
from app.ui.cue_names import mark_words, name_of
from app.ui.cue_rows import CueRow
from app.ui.sound_page import SoundPage
from tests.ui.conftest import Trackside

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class AtTheDesk:
    """The sound page of a window, and what its desk was asked to sound."""

    def __init__(self, trackside: Trackside) -> None:
        self.trackside = trackside
        self.heard: list[tuple[CueKind, SoundChoices]] = []
        trackside.house.sound_check = lambda kind: self.heard.append((kind, self.sound))  # type: ignore[method-assign]
        trackside.key(KEY.Key_S)

    @property
    def page(self) -> SoundPage:
        return self.trackside.pages.sound

    @property
    def sound(self) -> SoundChoices:
        """What the desk has taken."""
        return self.trackside.house.choices().sound

    def row(self, kind: CueKind) -> CueRow:
        return next(row for row in self.page.body.rows if row.kind is kind)

    def choose(self, scheme: str) -> None:
        choice = next(choice for choice, value in self.page.scheme.choices if value == scheme)
        QTest.mouseClick(choice, LEFT)
        self.trackside.until(lambda: self.sound.scheme == scheme)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus


@pytest.fixture
def desk(trackside: Trackside) -> AtTheDesk:
    return AtTheDesk(trackside)


def test_s_opens_the_page_from_anywhere(trackside: Trackside) -> None:
    for key in (KEY.Key_W, KEY.Key_H):
        trackside.key(key)
        trackside.key(KEY.Key_S)
        assert trackside.pages.page == "sound"
        assert trackside.pages.sound.isVisible()
    trackside.key(KEY.Key_Escape)
    assert trackside.pages.page == "workouts"
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    trackside.key(KEY.Key_S)
    assert trackside.pages.sound.isVisible()
    assert trackside.stands(State.RUNNING)
    QTest.mouseClick(trackside.pages.sidebar.ways["workouts"], LEFT)
    QTest.mouseClick(trackside.pages.sidebar.ways["sound"], LEFT)
    assert trackside.pages.page == "sound"


def test_every_kind_of_cue_has_a_row_tones_first(desk: AtTheDesk) -> None:
    assert [row.kind for row in desk.page.body.rows] == [*TONES, *WORDS]
    assert [row.switch.text() for row in desk.page.body.rows] == [name_of(kind) for kind in CueKind]
    assert all((row.pick is None) == row.kind.is_words for row in desk.page.body.rows)


def test_race_leaves_marks_and_the_bell_on_and_nothing_else(desk: AtTheDesk) -> None:
    desk.choose("race")
    marks = {CueKind.MARK, CueKind.SECOND_MARK, CueKind.SAY_MARK, CueKind.BELL}
    assert desk.sound.as_scheme().on == marks
    assert {row.kind for row in desk.page.body.rows if row.switch.isChecked()} == marks
    assert desk.page.sentence.text() == "The marks and the bell, nothing else."


def test_a_cue_is_switched_by_its_name_and_the_sentence_says_so(desk: AtTheDesk) -> None:
    QTest.mouseClick(desk.row(CueKind.HALFWAY).switch, LEFT)
    desk.trackside.until(lambda: desk.sound.switched == {CueKind.HALFWAY: False})
    assert not desk.row(CueKind.HALFWAY).switch.isChecked()
    assert desk.page.sentence.text() == "Tones and the voice. Off: halfway."
    assert desk.heard == []


def test_choosing_a_scheme_forgets_what_was_switched_on_top_of_the_one_before(desk: AtTheDesk) -> None:
    QTest.mouseClick(desk.row(CueKind.HALFWAY).switch, LEFT)
    desk.choose("pips only")
    assert desk.sound.switched == {}
    QTest.mouseClick(desk.row(CueKind.SAY_SPLIT).switch, LEFT)
    desk.trackside.until(lambda: CueKind.SAY_SPLIT in desk.sound.as_scheme().on)
    assert desk.page.sentence.text() == "All tones, no voice. On as well: lap times."


def test_the_page_begins_at_the_scheme_and_arrows_choose_another(desk: AtTheDesk) -> None:
    assert desk.focus() is desk.page.scheme.holder
    desk.trackside.key(KEY.Key_Right)
    desk.trackside.until(lambda: desk.sound.scheme == "pips only")
    assert desk.focus() is desk.page.scheme.holder
    desk.trackside.key(KEY.Key_Left)
    desk.trackside.until(lambda: desk.sound.scheme == "full")


def test_a_volume_is_told_to_the_desk_and_then_heard_as_it_is_set(desk: AtTheDesk) -> None:
    volume = desk.row(CueKind.BELL).volume
    volume.setFocus()
    desk.trackside.key(KEY.Key_Left)
    desk.trackside.until(lambda: len(desk.heard) == 1)
    kind, sound = desk.heard[0]
    assert (kind, sound.volumes) == (CueKind.BELL, {CueKind.BELL: 90})
    desk.trackside.key(KEY.Key_Home)
    desk.trackside.until(lambda: desk.sound.volumes == {CueKind.BELL: 0})
    desk.trackside.key(KEY.Key_End)
    desk.trackside.until(lambda: desk.sound.volumes == {})


def test_a_drag_over_the_bars_is_heard_once_where_it_ends(desk: AtTheDesk) -> None:
    volume = desk.row(CueKind.GO).volume
    middle = volume.height() // 2
    QTest.mousePress(volume, LEFT, pos=QPoint(60, middle))
    for x in range(60, 10, -5):
        QTest.mouseMove(volume, QPoint(x, middle))
    QTest.mouseRelease(volume, LEFT, pos=QPoint(12, middle))
    desk.trackside.until(lambda: bool(desk.heard))
    QTest.mouseClick(volume, LEFT, pos=QPoint(2, middle))
    desk.trackside.until(lambda: desk.sound.volumes == {CueKind.GO: 0})
    desk.trackside.until(lambda: len(desk.heard) > 1)
    assert [sound.volumes for kind, sound in desk.heard if kind is CueKind.GO] == [{CueKind.GO: 10}, {CueKind.GO: 0}]


def test_the_wheel_scrolls_the_page_and_changes_no_volume(desk: AtTheDesk) -> None:
    volume = desk.row(CueKind.GO).volume
    turn = QWheelEvent(
        QPointF(20, 10), volume.mapToGlobal(QPointF(20, 10)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(volume, turn)
    assert volume.value() == 100


def test_a_sound_is_chosen_among_all_its_own_first_and_heard(desk: AtTheDesk) -> None:
    pick = desk.row(CueKind.MARK).pick
    assert pick is not None
    assert pick.names[0] == "mark"
    assert set(pick.names) == set(TONE_NAMES)
    pick.setFocus()
    desk.trackside.key(KEY.Key_Right)
    desk.trackside.until(lambda: len(desk.heard) == 1)
    assert desk.heard[0][1].tones == {CueKind.MARK: pick.names[1]}
    desk.trackside.key(KEY.Key_Left)
    desk.trackside.until(lambda: desk.sound.tones == {})
    QTest.mouseClick(pick, LEFT, pos=QPoint(6, 18))
    desk.trackside.until(lambda: desk.sound.tones == {CueKind.MARK: pick.names[-1]})
    assert pick.accessibleName() == f"mark: sound {pick.names[-1]}"


def test_any_cue_is_heard_at_one_key_or_press_though_it_is_off(desk: AtTheDesk) -> None:
    desk.choose("mute")
    QTest.mouseClick(desk.row(CueKind.PIP).hear, LEFT)
    desk.row(CueKind.SAY_REP).switch.setFocus()
    desk.trackside.key(KEY.Key_P)
    desk.row(CueKind.END).hear.setFocus()
    desk.trackside.key(KEY.Key_Return)
    desk.trackside.key(KEY.Key_Space)
    assert [kind for kind, _sound in desk.heard] == [CueKind.PIP, CueKind.SAY_REP, CueKind.END, CueKind.END]


def test_the_mouse_at_the_foot_does_what_the_key_does_where_the_focus_is(desk: AtTheDesk) -> None:
    desk.row(CueKind.GO).switch.setFocus()
    QTest.mouseClick(desk.page.foot.caps["P"], LEFT)
    assert [kind for kind, _sound in desk.heard] == [CueKind.GO]
    QTest.mouseClick(desk.page.foot.caps["↑ ↓"], LEFT)
    assert desk.focus() is desk.row(CueKind.HALFWAY).switch


def test_tab_reaches_every_control_line_by_line(desk: AtTheDesk) -> None:
    page = desk.page
    reached: list[QWidget] = [desk.focus()]
    for _ in range(200):
        desk.trackside.key(KEY.Key_Tab)
        if desk.focus() is reached[0]:
            break
        if page.isAncestorOf(desk.focus()):
            reached.append(desk.focus())
    assert reached == [page.scheme.holder, *(control for line in page.body.lines for control in line)]
    assert len(reached) == 1 + 11 * 4 + 6 * 3 + 1 + 1 + 3


def test_every_control_has_a_name_of_its_own(desk: AtTheDesk) -> None:
    found = [*desk.page.findChildren(QAbstractButton), *desk.page.body.content.findChildren(QAbstractSlider)]
    names = [control.accessibleName() for control in found if control.isVisible()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_arrows_move_between_rows_and_stay_in_their_column_though_a_key_is_held(desk: AtTheDesk) -> None:
    page = desk.page
    desk.row(CueKind.PIP).volume.setFocus()
    desk.trackside.key(KEY.Key_Down)
    assert desk.focus() is desk.row(CueKind.GO).volume
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(desk.focus(), held)
    assert desk.focus() is desk.row(CueKind.HALFWAY).volume
    assert desk.row(CueKind.GO).volume.value() == 100
    for _ in range(20):
        desk.trackside.key(KEY.Key_Down)
    assert desk.focus() in (page.body.loudspeaker.less, page.body.loudspeaker.more, page.body.loudspeaker.tap)
    for _ in range(20):
        desk.trackside.key(KEY.Key_Up)
    assert desk.focus() is page.scheme.holder


def test_the_row_with_the_focus_is_in_view_in_a_small_window(desk: AtTheDesk) -> None:
    desk.trackside.window.resize(480, 800)
    for _ in range(18):
        desk.trackside.key(KEY.Key_Down)
    port = desk.page.body.viewport()
    at = desk.focus().mapTo(port, desk.focus().rect().center())
    assert port.rect().contains(at)


def test_the_output_is_chosen_and_what_it_says_of_itself_is_beside_it(desk: AtTheDesk) -> None:
    loud = desk.page.body.loudspeaker
    desk.trackside.house.sound_state = lambda: "Silent: miniaudio has no device."  # type: ignore[method-assign]
    desk.trackside.until(lambda: loud.state.text() == "Silent: miniaudio has no device.")
    QTest.mouseClick(loud.output.choices[2][0], LEFT)
    desk.trackside.until(lambda: desk.sound.output == "miniaudio")
    assert loud.output.holder.text() == "miniaudio"


def test_a_treadmill_has_a_unit_and_the_voice_says_its_speed(desk: AtTheDesk) -> None:
    about = desk.row(CueKind.SAY_SPEED).switch
    assert about.about == "silent until a treadmill is set"
    QTest.mouseClick(desk.page.body.treadmill.belt.choices[2][0], LEFT)
    desk.trackside.until(lambda: desk.trackside.house.choices().belt is Belt.MPH)
    assert about.about == "“set the belt to 11.3 mph”"
    listed = desk.trackside.pages.library
    desk.trackside.until(
        lambda: (
            listed.chosen is not None and listed.chosen.plan is not None and listed.chosen.plan.setup.belt is Belt.MPH
        )
    )


def test_the_times_of_the_marks_are_silent_until_the_light_is_to_speak(desk: AtTheDesk) -> None:
    assert desk.row(CueKind.SAY_MARK).switch.about == "silent until the light is set to speak"
    assert mark_words(Light()) == mark_words(None)
    assert mark_words(Light(is_spoken=True)) == "“1 16”"


def test_the_offset_goes_in_steps_of_five_up_to_half_a_second(desk: AtTheDesk) -> None:
    loud = desk.page.body.loudspeaker
    QTest.mouseClick(loud.less, LEFT)
    desk.trackside.until(lambda: desk.sound.offset_ms == -5)
    assert loud.figure.text() == "−5 ms"
    loud.more.setFocus()
    for _ in range(3):
        desk.trackside.key(KEY.Key_Space)
    desk.trackside.until(lambda: desk.sound.offset_ms == 10)
    desk.page.use_offset(497)
    QTest.mouseClick(loud.more, LEFT)
    desk.trackside.until(lambda: desk.sound.offset_ms == 500)
    assert not loud.more.isEnabled()


def test_while_a_workout_runs_no_control_takes_a_key_of_the_session(desk: AtTheDesk) -> None:
    trackside = desk.trackside
    trackside.key(KEY.Key_W)
    trackside.type_workout("800 in 160")
    trackside.key(KEY.Key_Space)
    trackside.passes(35)
    trackside.key(KEY.Key_S)
    halfway = desk.row(CueKind.HALFWAY)
    QTest.mouseClick(halfway.switch, LEFT)
    trackside.until(lambda: desk.sound.switched == {CueKind.HALFWAY: False})
    assert desk.focus() is halfway.switch
    trackside.key(KEY.Key_Space)
    assert len(trackside.live.driver.session.records[-1].splits) == 1
    assert not halfway.switch.isChecked()
    trackside.key(KEY.Key_Down)
    trackside.key(KEY.Key_P)
    assert trackside.stands(State.PAUSED)
    assert desk.heard == []
    assert desk.page.foot.sentence.text().startswith("A workout is running")
