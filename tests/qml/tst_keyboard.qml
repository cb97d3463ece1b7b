// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtTest
import Veikart.Theme
import Veikart.Controls

// Everything that can be pressed by touch is reached by Tab and pressed by Enter and Space.
Item {
    id: root

    width: Theme.columnWidth
    height: Theme.columnWidth

    ColumnLayout {
        id: column

        width: parent.width

        AppButton {
            id: button

            text: "Lagre"
        }
        ChoiceButton {
            id: choice

            text: "God"
        }
        ChipButton {
            id: chip

            text: "SMS"
        }
        CheckRow {
            id: check

            text: "Ringe fastlegen"
        }
        PersonRow {
            id: person

            name: "Ola Nordli"
        }
        SideBarItem {
            id: place

            text: "Brukere"
        }
        AppButton {
            id: disabledButton

            enabled: false
            text: "Ikke nå"
        }
        TextBlockField {
            id: block

            label: "Hva ble gjort"
        }
        TextLineField {
            id: line

            label: "Navn"
        }
    }
    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Keyboard"
        when: windowShown

        function watch(target: Item, signalName: string): void {
            spy.target = null;
            spy.signalName = signalName;
            spy.target = target;
            spy.clear();
        }

        function focusRing(item: Item): Item {
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                const found = child instanceof FocusRing ? child : focusRing(child);
                if (found)
                    return found;
            }
            return null;
        }

        function test_enter_and_space_press_data() {
            return [
                {tag: "button", control: button, signalName: "clicked"},
                {tag: "choice", control: choice, signalName: "chosen"},
                {tag: "chip", control: chip, signalName: "chosen"},
                {tag: "person", control: person, signalName: "activated"},
                {tag: "place", control: place, signalName: "activated"}
            ];
        }

        function test_enter_and_space_press(data) {
            watch(data.control, data.signalName);
            data.control.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Enter);
            keyClick(Qt.Key_Space);
            compare(spy.count, 3);
        }

        function test_a_disabled_button_is_not_pressed() {
            watch(disabledButton, "clicked");
            disabledButton.press();
            mouseClick(disabledButton);
            compare(spy.count, 0);
        }

        function test_tab_visits_every_control_and_leaves_a_text_block() {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Tab);
            verify(choice.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(chip.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(check.children[0].activeFocus);
            keyClick(Qt.Key_Tab);
            verify(person.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(place.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(block.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(line.activeFocus);
            keyClick(Qt.Key_Backtab);
            verify(block.activeFocus);
            compare(block.text, "");
        }

        function test_the_ring_shows_by_keyboard_and_not_by_touch() {
            mouseClick(choice);
            verify(!focusRing(choice).visible);
            chip.forceActiveFocus(Qt.TabFocusReason);
            verify(focusRing(chip).visible);
            compare(focusRing(chip).border.width, Theme.focusRing);
        }

        function test_a_tick_asks_for_the_other_state_and_does_not_take_it_itself() {
            watch(check, "toggled");
            mouseClick(check.children[0]);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], true);
            verify(!check.checked);
        }

        function test_targets_are_large_enough() {
            for (const control of [button, choice, chip, person, place, check])
                verify(control.height >= Theme.target, control);
            verify(choice.height >= Theme.clientTarget);
        }
    }
}
