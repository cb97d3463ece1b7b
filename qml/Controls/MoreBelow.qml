// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Says, at the lower edge of what scrolls, that there is more below, and shows it when touched.
//   area: the Flickable, over whose edge it lies    isWanted: bool
import QtQuick
import Veikart.Theme

Pressable {
    id: root

    required property Flickable area
    property bool isWanted: true
    readonly property real hiddenHeight: area.contentHeight - area.height - area.contentY

    anchors.bottom: area.bottom
    anchors.bottomMargin: Theme.spaceS
    // Beside the column where there is room, so that it covers no answer.
    anchors.right: area.right
    anchors.rightMargin: Theme.spaceXl
    horizontalPadding: Theme.spaceXl
    // By keyboard and by screen reader the page follows the focus.
    activeFocusOnTab: false
    focusPolicy: Qt.NoFocus
    text: qsTr("Mer nedenfor")
    visible: isWanted && hiddenHeight > Theme.spaceXl
    Accessible.ignored: true

    onClicked: root.area.contentY += Math.min(root.hiddenHeight, root.area.height * 2 / 3)

    contentItem: Text {
        color: Theme.accent
        font.family: Theme.fontFamily
        font.pixelSize: Theme.secondarySize
        font.weight: Theme.weightStrong
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: height / 2
        color: root.down ? Theme.accentSoft : Theme.raised
        border.width: Theme.hairline
        border.color: Theme.borderStrong
    }
}
