// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The strip that says, on every screen, that nothing here is about a real person. It takes its own room.
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    readonly property string text: qsTr("Øvingsdata. Ikke bruk med ekte personer.", "strip on every screen")

    Layout.fillWidth: true
    implicitWidth: label.implicitWidth
    implicitHeight: label.implicitHeight + Theme.spaceXs
    color: Theme.warningSoft
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    SmallText {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warning
        font.weight: Theme.weightStrong
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        Accessible.ignored: true
    }
}
