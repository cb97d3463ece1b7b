// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One part of a conclusion, to read; the counsellor's assessment is told apart by its ground.
//   roles of MappingReaderViewModel.conclusion
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

Rectangle {
    id: root

    required property string label
    required property string text
    required property bool isCounsellors
    readonly property int inset: isCounsellors ? Theme.spaceL : 0

    implicitHeight: words.implicitHeight + inset + inset
    radius: Theme.radiusControl
    color: isCounsellors ? Theme.counsellorSoft : Theme.raised

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.inset
        spacing: 0

        StrongText {
            color: root.isCounsellors ? Theme.counsellorText : Theme.textColor
            text: root.label
        }
        BodyText {
            text: root.text
        }
    }
}
