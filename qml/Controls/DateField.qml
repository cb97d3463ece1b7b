// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A date, chosen by a quick chip or typed as day.month.year.
//   label, hint, error: string    value: "yyyy-mm-dd" or ""    signal picked(string value)
//   quickLabels, quickValues: list<string> of one length, from the view model ("I dag", "I morgen", "Om en uke", …)
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

FocusScope {
    id: root

    property string label
    property string hint
    property string error
    property string value
    property list<string> quickLabels
    property list<string> quickValues
    property bool unreadable: false

    signal picked(string value)

    function shown(iso: string): string {
        return iso.split("-").reverse().join(".");
    }

    // "" when the text is not a date of the calendar.
    function parsed(text: string): string {
        const part = /^\s*(\d{1,2})[.\/ -](\d{1,2})[.\/ -](\d{4})\s*$/.exec(text);
        if (!part)
            return "";
        const iso = [part[3], part[2].padStart(2, "0"), part[1].padStart(2, "0")].join("-");
        const date = new Date(iso);
        return !isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : "";
    }

    function take(text: string): void {
        const iso = parsed(text);
        unreadable = iso.length === 0 && /\S/.test(text);
        if (!unreadable && iso !== value)
            picked(iso);
    }

    Layout.fillWidth: true
    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceS

        FieldLabel {
            text: root.label
            hint: root.hint
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceM
            visible: root.quickLabels.length > 0

            Repeater {
                model: root.quickLabels

                ChipButton {
                    required property int index
                    required property string modelData

                    text: modelData
                    selected: root.value.length > 0 && root.quickValues[index] === root.value

                    onChosen: {
                        root.unreadable = false;
                        root.picked(root.quickValues[index]);
                    }
                }
            }
        }
        TextLineField {
            Layout.maximumWidth: Theme.fieldWidth
            focus: true
            accessibleName: root.label
            inputMethodHints: Qt.ImhDate
            placeholder: qsTr("dag.måned.år", "how a date is typed")
            text: root.shown(root.value)

            onFinished: root.take(text)
        }
        FieldError {
            text: root.unreadable ? qsTr("Skriv datoen som dag.måned.år, for eksempel 12.03.2027.") : root.error
        }
    }
}
