// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Whose words these are, told by tint, label and place.
//   kind: LayerBox.Client | Joint | Counsellor    label: string    default content: a column
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

Rectangle {
    id: root

    enum Layer { Client, Joint, Counsellor }

    property int kind: LayerBox.Client
    property string label
    default property alias content: column.data
    readonly property real contentWidth: Math.max(0, width - Theme.spaceL - Theme.spaceL)

    Layout.fillWidth: true
    // The same for all, so that boxes side by side are equally wide.
    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight + Theme.spaceM + Theme.spaceM
    radius: Theme.radiusControl
    color: [Theme.clientSoft, Theme.raised, Theme.counsellorSoft][kind]
    border.width: kind === LayerBox.Joint ? Theme.hairline : 0
    border.color: Theme.borderStrong
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.spaceM
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        spacing: Theme.spaceXs

        SmallText {
            text: root.label
            visible: text.length > 0
            color: [Theme.clientText, Theme.subtle, Theme.counsellorText][root.kind]
            font.weight: Theme.weightStrong
        }
    }
}
