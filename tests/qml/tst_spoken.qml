// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Tests
import Veikart.Theme
import Veikart.Controls

// What a screen reader is told: what a control is, whether it is chosen, and what a field is for.
Item {
    id: root

    property bool agrees: true

    width: Theme.columnWidth
    height: Theme.columnWidth

    Column {
        width: parent.width

        ChoiceButton {
            id: answer

            selected: root.agrees
            text: "God"
        }
        MultiChoiceButton {
            id: oneOfSeveral

            selected: root.agrees
            text: "Rolig"
        }
        ChipButton {
            id: chip

            selected: root.agrees
            text: "SMS"
        }
        MultiChipButton {
            id: chipOfSeveral

            selected: root.agrees
            text: "Bolig"
        }
        CheckRow {
            id: row

            checked: root.agrees
            detail: "Kari · innen fredag"
            text: "Ringe fastlegen"
            width: parent.width
        }
        SideBarItem {
            id: place

            selected: root.agrees
            text: "Brukere"
        }
        ChipAction {
            id: moreChips

            text: "Mer"
        }
        PersonRow {
            id: person

            name: "Ola Nordli"
        }
        AppButton {
            id: button

            text: "Lagre"
        }
        TextLineField {
            id: line

            label: "Navn"
            width: parent.width
        }
        TextBlockField {
            id: block

            accessibleName: "Vil du si mer? – Hvordan er helsen din?"
            label: "Skriv med egne ord"
            width: parent.width
        }
    }
    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Spoken"
        when: windowShown

        function init(): void {
            root.agrees = true;
        }

        function watch(target: Item, signalName: string): void {
            spy.target = null;
            spy.signalName = signalName;
            spy.target = target;
            spy.clear();
        }

        function tick(): Item {
            return row.children[0];
        }

        function chosen_data() {
            return [
                {tag: "answer", control: answer, role: "radio button", signalName: "chosen"},
                {tag: "one of several", control: oneOfSeveral, role: "check box", signalName: "chosen"},
                {tag: "chip", control: chip, role: "radio button", signalName: "chosen"},
                {tag: "chip of several", control: chipOfSeveral, role: "check box", signalName: "chosen"},
                {tag: "tick", control: tick(), role: "check box", signalName: "chosen"}
            ];
        }

        function test_what_can_be_chosen_says_whether_it_is_data() {
            return chosen_data();
        }

        function test_what_can_be_chosen_says_whether_it_is(data) {
            compare(Spoken.role(data.control), data.role);
            verify(Spoken.isChecked(data.control));
            root.agrees = false;
            verify(!Spoken.isChecked(data.control));
        }

        function test_a_press_asks_and_the_state_stays_with_the_page_data() {
            return chosen_data();
        }

        function test_a_press_asks_and_the_state_stays_with_the_page(data) {
            watch(data.control, data.signalName);
            root.agrees = false;
            mouseClick(data.control);
            data.control.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            Spoken.press(data.control);
            compare(spy.count, 4);
            verify(!Spoken.isChecked(data.control));
            root.agrees = true;
            verify(Spoken.isChecked(data.control));
        }

        function test_a_place_says_whether_one_is_there(): void {
            compare(Spoken.role(place), "tab");
            verify(Spoken.isSelected(place));
            root.agrees = false;
            mouseClick(place);
            verify(!Spoken.isSelected(place));
        }

        function test_the_rest_are_buttons(): void {
            compare([moreChips, person, button].map(control => Spoken.role(control)), ["button", "button", "button"]);
        }

        function test_what_is_disabled_says_so_data() {
            return [{tag: "button", control: button}, {tag: "answer", control: answer}, {tag: "chip", control: chip}];
        }

        function test_what_is_disabled_says_so(data) {
            compare(Spoken.description(data.control), "");
            data.control.enabled = false;
            compare(Spoken.description(data.control), "Kan ikke brukes nå");
            data.control.enabled = true;
        }

        function test_a_field_says_what_it_is_for(): void {
            line.forceActiveFocus();
            compare(Spoken.name(line.Window.activeFocusItem), "Navn");
            block.forceActiveFocus();
            compare(Spoken.name(block.Window.activeFocusItem), "Vil du si mer? – Hvordan er helsen din?");
            compare(Spoken.role(block.Window.activeFocusItem), "field");
        }

        function test_a_tick_says_what_stands_under_it(): void {
            compare(Spoken.name(tick()), "Ringe fastlegen");
            compare(Spoken.description(tick()), "Kari · innen fredag");
        }
    }
}
