// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One attachment, as large as it fits.    model: AttachmentsViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

Item {
    id: root

    required property AttachmentsViewModel model
    readonly property real sideMargin: width < Theme.narrowWidth ? Theme.spaceXl : Theme.pageMargin

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceXl
        anchors.leftMargin: root.sideMargin
        anchors.rightMargin: root.sideMargin
        spacing: Theme.spaceM

        PageHeading {
            text: root.model.title
            subtitle: root.model.detail

            AppButton {
                enabled: root.model.hasPreviousPage
                kind: AppButton.Quiet
                text: qsTr("Forrige side")
                visible: root.model.pageText.length > 0

                onClicked: root.model.turnPage(-1)
            }
            AppButton {
                enabled: root.model.hasNextPage
                kind: AppButton.Quiet
                text: qsTr("Neste side")
                visible: root.model.pageText.length > 0

                onClicked: root.model.turnPage(1)
            }
        }
        BodyText {
            text: root.model.pictureText
            visible: text.length > 0
        }
        PictureItem {
            Layout.fillWidth: true
            Layout.fillHeight: true
            picture: root.model.picture
            Accessible.role: Accessible.Graphic
            Accessible.name: root.model.title
            Accessible.description: root.model.pageText
        }
    }
}
