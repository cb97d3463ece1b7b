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

        function clear(field: Item): void {
            field.value = "x";
            field.value = "";
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

        function test_only_the_user_edits_a_block() {
            watch(block, "edited");
            block.text = "fra lageret";
            compare(spy.count, 0);
            block.text = "";
            block.forceActiveFocus();
            typeText("ab");
            compare(spy.signalArguments[1][0], "ab");
        }

        function test_a_typed_date_is_handed_on_as_it_was_written_data() {
            return [
                {tag: "a day", typed: "3.11"},
                {tag: "no date", typed: "fredag"}
            ];
        }

        function test_a_typed_date_is_handed_on_as_it_was_written(data) {
            watch(date, "picked");
            date.forceActiveFocus();
            typeText(data.typed);
            compare(spy.count, 0);
            keyClick(Qt.Key_Return);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], data.typed);
            clear(date);
        }

        function test_a_date_that_stands_is_shown_as_it_is_typed_and_not_picked_again() {
            watch(date, "picked");
            date.value = "2026-11-03";
            verify(!date.unreadable);
            date.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(spy.count, 0);
            date.value = "31.02.2027";
            verify(date.unreadable);
            date.value = "";
            verify(!date.unreadable);
        }

        function test_a_typed_time_is_handed_on_as_it_was_written() {
            watch(time, "picked");
            time.forceActiveFocus();
            typeText("930");
            keyClick(Qt.Key_Return);
            compare(spy.signalArguments[0][0], "930");
            time.value = "09:30";
            verify(!time.unreadable);
            time.value = "930";
            verify(time.unreadable);
            time.value = "";
        }

        function hasRedFrame(item: Item): bool {
            if (item instanceof FieldFrame && item.failed)
                return true;
            for (let i = 0; i < item.children.length; ++i) {
                if (hasRedFrame(item.children[i]))
                    return true;
            }
            return false;
        }

        function test_a_date_or_a_time_that_is_wrong_has_a_red_frame_data() {
            return [
                {tag: "date", field: date, unreadable: "fredag"},
                {tag: "time", field: time, unreadable: "25:99"}
            ];
        }

        function test_a_date_or_a_time_that_is_wrong_has_a_red_frame(data) {
            verify(!hasRedFrame(data.field));
            data.field.error = "Må være fram i tid.";
            verify(hasRedFrame(data.field));
            data.field.error = "";
            data.field.value = data.unreadable;
            verify(hasRedFrame(data.field));
            data.field.value = "";
            verify(!hasRedFrame(data.field));
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
