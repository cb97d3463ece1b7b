// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Something the user should know, said calmly where it matters.
//   tone: Notice.Neutral | Success | Warning | Danger | Accent    title, text: string
//   actionText: string (no button while empty)    signal actionTriggered()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property int tone: Notice.Neutral
    property string title
    property string text
    property string actionText

    signal actionTriggered()

    Layout.fillWidth: true
    implicitWidth: grid.implicitWidth + Theme.spaceXl + Theme.spaceXl
    implicitHeight: grid.implicitHeight + Theme.spaceL + Theme.spaceL
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.hairline
    border.color: tone === Notice.Neutral ? Theme.borderStrong : Theme.toneColor(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.length > 0 ? title : text
    Accessible.description: title.length > 0 ? text : ""

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        columns: root.width < Theme.columnWidth / 2 ? 1 : 2
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceM

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            StrongText {
                text: root.title
                visible: text.length > 0
            }
            SecondaryText {
                text: root.text
                visible: text.length > 0
            }
        }
        AppButton {
            kind: AppButton.Secondary
            text: root.actionText
            visible: text.length > 0

            onClicked: root.actionTriggered()
        }
    }
}
