// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Where a PIN is written, by touch or by keyboard. It keeps nothing once it has handed the PIN over.
//   length: int (digits)    signal entered(string pin)    function clear()
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

FocusScope {
    id: root

    property int length: 6
    property string digits
    readonly property bool complete: digits.length === length

    signal entered(string pin)

    function clear(): void {
        digits = "";
    }

    function add(digit: string): void {
        if (digits.length < length)
            digits += digit;
    }

    function removeLast(): void {
        digits = digits.slice(0, -1);
    }

    function submit(): void {
        if (!complete)
            return;
        const pin = digits;
        clear();
        entered(pin);
    }

    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    Keys.onPressed: (event) => {
        event.accepted = true;
        if (/^[0-9]$/.test(event.text))
            root.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            root.removeLast();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.submit();
        else
            event.accepted = false;
    }

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width)
        spacing: Theme.spaceXl + Theme.spaceXs

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.spaceL
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 av %2 sifre skrevet", "PIN pad").arg(root.digits.length).arg(root.length)

            Repeater {
                model: root.length

                Rectangle {
                    required property int index

                    implicitWidth: Theme.pinDotSize
                    implicitHeight: Theme.pinDotSize
                    radius: width / 2
                    color: index < root.digits.length ? Theme.textColor : "transparent"
                    border.width: Theme.borderControl
                    border.color: Theme.borderStrong
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            // Digits stand as on a telephone in every language.
            LayoutMirroring.enabled: false
            columns: 3
            columnSpacing: Theme.spaceM
            rowSpacing: Theme.spaceM

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                PinKey {
                    required property string modelData

                    text: modelData

                    onClicked: root.add(modelData)
                }
            }
            PinKey {
                text: qsTr("Slett", "PIN pad, removes the last digit")

                onClicked: root.removeLast()
            }
            PinKey {
                text: "0"

                onClicked: root.add("0")
            }
            PinKey {
                text: qsTr("OK", "PIN pad")
                enabled: root.complete

                onClicked: root.submit()
            }
        }
    }
}
