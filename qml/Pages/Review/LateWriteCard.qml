// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One record that came late: what, from whom and when, what is written, and the choice.
//   what, who, contents: string    note: string (empty: none)    action: string (empty: it can't be taken in)
//   canDecide: bool    signal taken()    signal setAside()
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

Card {
    id: root

    property string what
    property string who
    property string contents
    property string note
    property string action
    property bool canDecide: true

    signal taken()
    signal setAside()

    title: what

    SecondaryText {
        text: root.who
    }
    BodyText {
        text: root.contents
        visible: text.length > 0
    }
    SecondaryText {
        text: root.note
        visible: text.length > 0
    }
    ActionRow {
        Layout.alignment: Qt.AlignRight
        visible: root.canDecide

        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Legg til side")
            Accessible.description: root.what

            onClicked: root.setAside()
        }
        AppButton {
            kind: AppButton.Secondary
            text: root.action
            visible: text.length > 0
            Accessible.description: root.what

            onClicked: root.taken()
        }
    }
}
