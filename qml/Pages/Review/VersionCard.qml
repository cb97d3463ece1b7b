// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One of the versions: who, when, what, and the choice of it.
//   who, when: string    words: string (styled: what only this one has is bold and underlined)    onlyHere: string
//   action: string (empty: it can't be chosen)    isClients: bool    signal chosen()
import QtQuick
import Veikart.Controls
import Veikart.Theme

Rectangle {
    id: root

    property string who
    property string when
    property string words
    property string onlyHere
    property string action
    property bool isClients: false
    readonly property real contentWidth: Math.max(0, width - Theme.spaceXl - Theme.spaceXl)

    signal chosen()

    implicitWidth: Theme.fieldWidth
    implicitHeight: author.height + said.implicitHeight + Theme.spaceL * 2 + Theme.spaceXl * 2
                    + (use.visible ? use.implicitHeight + Theme.spaceL : 0)
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Versjonen fra %1", "read out").arg(who)

    // Anchors, because the cards side by side are as high as the highest of them.
    Rectangle {
        id: author

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.spaceXl
        height: names.implicitHeight + Theme.spaceM * 2
        radius: Theme.radiusControl
        color: root.isClients ? Theme.clientSoft : Theme.counsellorSoft

        Column {
            id: names

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter

            StrongText {
                width: parent.width
                color: root.isClients ? Theme.clientText : Theme.textColor
                text: root.who
            }
            SecondaryText {
                width: parent.width
                text: root.when
            }
        }
    }
    BodyText {
        id: said

        anchors.left: parent.left
        anchors.top: author.bottom
        anchors.leftMargin: Theme.spaceXl
        anchors.topMargin: Theme.spaceL
        width: root.contentWidth
        client: true
        text: root.words
        textFormat: Text.StyledText
        Accessible.description: root.onlyHere
    }
    AppButton {
        id: use

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spaceXl
        kind: AppButton.Secondary
        text: root.action
        visible: text.length > 0
        Accessible.description: qsTr("Versjonen fra %1", "read out").arg(root.who)

        onClicked: root.chosen()
    }
}
