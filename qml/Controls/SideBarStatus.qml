// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Who is signed in, and how things stand with the office; pressing it tells more of that.
//   personName, personDetail, text (how things stand), detail: string    toneColor: color    compact: bool
//   signal clicked()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Pressable {
    id: root

    property string personName
    property string personDetail
    property string detail
    property color toneColor: Theme.textColor
    property bool compact: false

    Layout.fillWidth: true
    enabled: text.length > 0
    visible: personName.length > 0 || text.length > 0
    Accessible.description: detail

    contentItem: ColumnLayout {
        spacing: 0

        SideBarLine {
            color: Theme.textColor
            compact: root.compact
            font.weight: Theme.weightStrong
            text: root.personName
        }
        SideBarLine {
            text: root.compact ? "" : root.personDetail
        }
        SideBarLine {
            color: root.toneColor
            compact: root.compact
            font.underline: root.enabled // it can be pressed
            text: root.text
            Accessible.ignored: true
        }
        SideBarLine {
            text: root.compact ? "" : root.detail
            Accessible.ignored: true
        }
    }

    background: Item {
        FocusRing {
            shown: root.visualFocus
        }
    }
}
