// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What is attached to a case, the latest first.    model: AttachmentsViewModel
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

    Notice {
        tone: Notice.Success
        actionText: root.model.canUndo ? qsTr("Angre") : ""
        text: root.model.doneText
        visible: text.length > 0

        onActionTriggered: root.model.undo()
    }
    SecondaryText {
        text: qsTr("Åpner vedleggene …")
        visible: !root.model.isLoaded && root.model.message.length === 0
    }
    ListCard {
        emptyText: !root.model.isLoaded ? ""
                   : root.model.isReader ? qsTr("Ingen vedlegg i saken.")
                                         : qsTr("Ingen vedlegg ennå. Bilder, brev og underskrifter legges til her.")

        Repeater {
            model: root.model.items

            PersonRow {
                required property int index
                required property string title
                required property string state
                required detail

                name: title
                trailing: state

                onActivated: root.model.open(index)
            }
        }
    }
}
