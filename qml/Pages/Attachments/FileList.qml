// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The files that can be attached, the latest first.    model: AttachmentsViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

ColumnLayout {
    id: root

    required property AttachmentsViewModel model

    spacing: Theme.spaceL

    SecondaryText {
        text: root.model.isSearching ? qsTr("Ser etter filer …")
                                     : qsTr("Bilder og PDF-filer i Bilder, Dokumenter, Nedlastinger og på minnepinner.")
    }
    ListCard {
        emptyText: root.model.isSearching ? "" : qsTr("Her er det ingen bilder eller PDF-filer.")

        Repeater {
            model: root.model.files

            PersonRow {
                required property int index
                required name
                required detail

                onActivated: root.model.take(index)
            }
        }
    }
}
