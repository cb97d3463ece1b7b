// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The client has said no: room to think it over, until the tablet is with the counsellor again.
//   model: MappingStartViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingStartViewModel model

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.px(190)
            edgeMargin: Theme.spaceXxl

            PageHeading {
                over: qsTr("KIS · kartlegging i sosialtjenesten")
                text: qsTr("Det er greit, %1", "client's name").arg(root.model.clientName)
            }
            BodyText {
                client: true
                text: root.model.resumeNote.length > 0
                    ? qsTr("Vi spør ikke om mer. Gi nettbrettet til %1.", "counsellor's name").arg(root.model.counsellorName)
                    : qsTr("Vi spør ikke om noe. Gi nettbrettet til %1.", "counsellor's name").arg(root.model.counsellorName)
            }
            Notice {
                text: qsTr("Til %1: Dette er et krav. Forklar hva et nei kan bety, før du går til saken.", "counsellor's name")
                    .arg(root.model.counsellorName)
                visible: root.model.isRequirement
            }
        }
        BarNotice {
            maximumWidth: Theme.px(190)
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.px(190)
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                focus: true
                enabled: !root.model.isBusy
                text: qsTr("Jeg ombestemte meg")

                onClicked: root.model.reconsider()
            }
            trailing: AppButton {
                enabled: !root.model.isBusy
                text: qsTr("Til saken")

                onClicked: root.model.decline()
            }
        }
    }
}
