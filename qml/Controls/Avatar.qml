// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A person's initials in a quiet circle.    initials: string    large: bool
import QtQuick
import Veikart.Theme

Rectangle {
    id: root

    property string initials
    property bool large: false

    implicitWidth: large ? Theme.avatarLargeSize : Theme.avatarSize
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.sunken

    SmallText {
        anchors.centerIn: parent
        font.weight: Theme.weightStrong
        text: root.initials
        Accessible.ignored: true
    }
}
