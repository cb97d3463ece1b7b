// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Those who have a case, or have had it, in what role and how long.
//   people: RowModel (grantId, name, initials, detail, canEnd)    enabled: bool    signal ended(string grantId)
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.ViewModels.Shared

ListCard {
    id: root

    required property RowModel people

    signal ended(string grantId)

    Repeater {
        model: root.people

        ListRow {
            id: row

            required property string grantId
            required property string name
            required property string initials
            required property string detail
            required property bool canEnd

            Accessible.role: Accessible.ListItem
            Accessible.name: name
            Accessible.description: detail

            PersonLine {
                Layout.fillWidth: true
                name: row.name
                initials: row.initials
                detail: row.detail
            }
            AppButton {
                flush: true
                kind: AppButton.Quiet
                text: qsTr("Avslutt tilgang")
                visible: row.canEnd
                Accessible.description: row.name

                onClicked: root.ended(row.grantId)
            }
        }
    }
}
