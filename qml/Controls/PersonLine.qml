// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What a PersonRow shows; its properties are the row's.
import QtQuick
import Veikart.Theme

// Anchors and positioners, because Qt 6.4's layouts lose count of rows within rows when the text grows.
Item {
    id: root

    property string name
    property string detail
    property string initials
    property string trailing
    property int trailingTone
    property bool trailingBadge
    property bool narrow

    implicitWidth: Theme.fieldWidth
    implicitHeight: Math.max(avatar.visible ? avatar.implicitHeight : 0, words.implicitHeight)

    Avatar {
        id: avatar

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        initials: root.initials
        visible: initials.length > 0
    }
    Column {
        id: words

        anchors.left: avatar.visible ? avatar.right : parent.left
        anchors.leftMargin: avatar.visible ? Theme.spaceL : 0
        anchors.right: end.left
        anchors.rightMargin: end.width > 0 ? Theme.spaceL : 0
        anchors.verticalCenter: parent.verticalCenter

        StrongText {
            width: words.width
            text: root.name
            Accessible.ignored: true
        }
        SecondaryText {
            width: words.width
            text: root.detail
            visible: text.length > 0
            Accessible.ignored: true
        }
        SecondaryText {
            width: words.width
            color: Theme.toneColor(root.trailingTone)
            font.weight: Theme.weightStrong
            text: root.trailing
            visible: text.length > 0 && root.narrow
            Accessible.ignored: true
        }
    }
    Row {
        id: end

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        SecondaryText {
            color: Theme.toneColor(root.trailingTone)
            font.weight: Theme.weightStrong
            text: root.trailing
            visible: text.length > 0 && !root.narrow && !root.trailingBadge
            Accessible.ignored: true
        }
        Badge {
            text: root.trailing
            tone: root.trailingTone
            visible: text.length > 0 && !root.narrow && root.trailingBadge
            Accessible.ignored: true
        }
    }
}
