// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Veikart.Theme
import Veikart.Controls

// Fields hand over what was written, and say in words what they could not read.
Item {
    id: root

    width: Theme.columnWidth
    height: Theme.columnWidth

    TextLineField {
        id: line

        width: parent.width
    }
    TextBlockField {
        id: block

        width: parent.width
        maximumLength: 5
    }
    DateField {
        id: date

        width: parent.width
        quickLabels: ["I dag", "I morgen"]
        quickValues: ["2026-11-22", "2026-11-23"]
    }
    TimeField {
        id: time

        width: parent.width
    }
    PinPad {
        id: pin

        length: 4
    }
    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Fields"
        when: windowShown

        function watch(target: Item, signalName: string): void {
            spy.target = null;
            spy.signalName = signalName;
            spy.target = target;
            spy.clear();
        }

        function typeText(text: string): void {
            for (const letter of text)
                keyClick(letter);
        }

        function test_only_the_user_edits_a_line() {
            watch(line, "edited");
            line.text = "fra lageret";
            compare(spy.count, 0);
            line.text = "";
            line.forceActiveFocus();
            typeText("ab");
            compare(spy.count, 2);
            compare(spy.signalArguments[1][0], "ab");
        }

        function test_a_block_stops_at_its_length() {
            watch(block, "edited");
            block.forceActiveFocus();
            typeText("abcdefg");
            compare(block.text, "abcde");
            compare(spy.signalArguments[spy.count - 1][0], "abcde");
        }

        function test_a_typed_date_is_read_data() {
            return [
                {tag: "dots", typed: "12.3.2027", value: "2027-03-12"},
                {tag: "slashes", typed: " 12/03/2027 ", value: "2027-03-12"},
                {tag: "short year", typed: "12.3.27", value: "2027-03-12"},
                {tag: "leap day", typed: "29.02.2028", value: "2028-02-29"},
                {tag: "no leap day", typed: "29.02.2027", value: ""},
                {tag: "month 13", typed: "01.13.2027", value: ""},
                {tag: "words", typed: "fredag", value: ""}
            ];
        }

        function test_a_typed_date_is_read(data) {
            compare(date.parsed(data.typed), data.value);
        }

        function test_an_unreadable_date_is_said_and_handed_on_as_it_was_written() {
            watch(date, "picked");
            date.take("31.02.2027");
            compare(spy.signalArguments[0][0], "31.02.2027");
            date.value = "31.02.2027";
            verify(date.unreadable);
            date.take("28.02.2027");
            compare(spy.signalArguments[1][0], "2027-02-28");
            date.value = "2027-02-28";
            verify(!date.unreadable);
            date.value = "";
        }

        function test_a_date_without_a_year_is_the_next_such_day() {
            const today = new Date();
            compare(date.parsed("31.12"), `${today.getFullYear()}-12-31`);
            compare(date.parsed(`${today.getDate()}.${today.getMonth() + 1}.`).slice(0, 4), String(today.getFullYear()));
        }

        function test_a_time_is_read_data() {
            return [
                {tag: "colon", typed: "9:30", value: "09:30"},
                {tag: "dot", typed: "14.05", value: "14:05"},
                {tag: "digits", typed: "930", value: "09:30"},
                {tag: "too late", typed: "24:00", value: ""}
            ];
        }

        function test_a_time_is_read(data) {
            compare(time.parsed(data.typed), data.value);
        }

        function test_a_pin_is_handed_over_once_and_forgotten() {
            watch(pin, "entered");
            pin.forceActiveFocus();
            typeText("12x3");
            keyClick(Qt.Key_Return);
            compare(spy.count, 0);
            keyClick(Qt.Key_Backspace);
            typeText("456");
            keyClick(Qt.Key_Return);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "1245");
            compare(pin.digits, "");
        }
    }
}
