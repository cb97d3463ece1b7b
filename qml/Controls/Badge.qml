// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A state in a few words, on more lines when it is made narrower than they are.    text: string    tone: Badge.Neutral | Success | Warning | Danger | Accent
import QtQuick
import Veikart.Theme

Rectangle {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string text
    property int tone: Badge.Neutral

    implicitWidth: label.implicitWidth + Theme.spaceM + Theme.spaceS
    implicitHeight: label.implicitHeight + Theme.spaceS
    radius: Theme.spaceXs
    color: Theme.toneSoft(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    SmallText {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - Theme.spaceM)
        color: Theme.toneColor(root.tone)
        font.weight: Theme.weightStrong
        text: root.text
        Accessible.ignored: true
    }
}
