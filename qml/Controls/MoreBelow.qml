// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Says, at the lower edge of what scrolls, that there is more below, and shows it when touched.
//   area: the Flickable, over whose edge it lies    isWanted: bool
//   sideRoom: real (beside what scrolls: without enough of it, this is a strip along the edge, so that it covers no word)
import QtQuick
import Veikart.Theme

Pressable {
    id: root

    required property Flickable area
    property bool isWanted: true
    property real sideRoom: 0
    readonly property bool isStrip: sideRoom < implicitWidth + Theme.spaceXl + Theme.spaceXl
    readonly property real hiddenHeight: area.contentHeight - area.height - area.contentY

    anchors.bottom: area.bottom
    anchors.bottomMargin: isStrip ? 0 : Theme.spaceS
    anchors.right: area.right
    anchors.rightMargin: isStrip ? 0 : Theme.spaceXl
    width: isStrip ? area.width : implicitWidth
    height: isStrip ? implicitContentHeight + Theme.spaceXs : implicitHeight
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
        radius: root.isStrip ? 0 : height / 2
        color: root.down ? Theme.accentSoft : (root.isStrip ? Theme.surface : Theme.raised)
        border.width: root.isStrip ? 0 : Theme.hairline
        border.color: Theme.borderStrong

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            implicitHeight: Theme.hairline
            color: Theme.border
            visible: root.isStrip
        }
    }
}
