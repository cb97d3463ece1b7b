// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The latest attachments on the case page, and the way to all of them.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Office

RowsCard {
    id: root

    required property CaseViewModel model

    title: qsTr("Vedlegg")

    Repeater {
        model: root.model.attachments

        WordsUnder {
            required property string title
            required property string detail

            width: root.contentWidth
            label: title
            text: detail
        }
    }
    SecondaryText {
        width: root.contentWidth
        text: qsTr("Bilder, brev og underskrifter i saken.")
        visible: root.model.attachmentCount === 0
    }
    AppButton {
        kind: AppButton.Quiet
        flush: true
        text: root.model.attachmentCount === 0 ? qsTr("Legg til vedlegg")
                                               : qsTr("Åpne %n vedlegg", "on the case page", root.model.attachmentCount)

        onClicked: root.model.showAttachments()
    }
}
