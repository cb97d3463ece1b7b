// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One attachment, as large as it fits; a letter as wide as there is room, to be read.    model: AttachmentsViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Attachments

Item {
    id: root

    required property AttachmentsViewModel model
    readonly property real sideMargin: width < Theme.narrowWidth ? Theme.spaceXl : Theme.pageMargin
    property bool isWide: false

    onVisibleChanged: root.isWide = false

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
                kind: AppButton.Quiet
                text: root.isWide ? qsTr("Hele siden") : qsTr("Større")
                visible: root.model.picture.heightPerWidth > 1

                onClicked: root.isWide = !root.isWide
            }
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
        ScrollArea {
            id: area

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: width
            contentHeight: shown.height

            PictureItem {
                id: shown

                width: area.width
                height: root.isWide ? Math.max(area.height, width * root.model.picture.heightPerWidth) : area.height
                picture: root.model.picture
                Accessible.role: Accessible.Graphic
                Accessible.name: root.model.title
                Accessible.description: root.model.pageText
            }
        }
    }

    Connections {
        target: root.model.picture

        function onChanged(): void {
            area.toTop();
        }
    }
}
