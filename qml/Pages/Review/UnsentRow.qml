// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One record that the office does not have; pressing it shows what is written, and the way to its page.
//   what, forWhom, since, why, contents: string    canGo: bool    signal opened()    signal gone()
import QtQuick
import Veikart.Controls
import Veikart.Theme

Column {
    id: root

    property string what
    property string forWhom
    property string since
    property string why
    property string contents
    property bool canGo: false
    readonly property real room: Math.max(0, width - Theme.spaceXl - Theme.spaceXl)

    signal opened()
    signal gone()

    width: parent ? parent.width : implicitWidth

    PersonRow {
        listRow: root
        name: root.forWhom.length > 0 ? qsTr("%1 · %2", "what, for whom").arg(root.what).arg(root.forWhom) : root.what
        detail: root.why.length > 0 ? root.why : root.since
        trailing: root.why.length > 0 ? qsTr("Ikke tatt imot") : qsTr("Venter")
        trailingTone: root.why.length > 0 ? PersonRow.Warning : PersonRow.Neutral

        onActivated: root.opened()
    }
    Column {
        bottomPadding: Theme.spaceL
        leftPadding: Theme.spaceL + Theme.spaceXs
        spacing: Theme.spaceS
        visible: root.contents.length > 0

        SecondaryText {
            width: root.room
            text: root.since
            visible: root.why.length > 0
        }
        BodyText {
            width: root.room
            text: root.contents
        }
        AppButton {
            flush: true
            kind: AppButton.Quiet
            text: qsTr("Gå til saken")
            visible: root.canGo

            onClicked: root.gone()
        }
    }
}
