// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A card of people, one a row.
//   people: RowModel of caseId, name, initials, detail, trailing, isUrgent    calmTone: PersonRow's tone of `trailing`
//   emptyText: string    signal opened(string caseId)
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Shared

ListCard {
    id: root

    required property RowModel people
    property int calmTone: PersonRow.Neutral

    signal opened(string caseId)

    Repeater {
        model: root.people

        PersonRow {
            required property string caseId
            required property bool isUrgent
            required name
            required initials
            required detail
            required trailing

            trailingTone: isUrgent ? PersonRow.Warning : root.calmTone

            onActivated: root.opened(caseId)
        }
    }
}
