// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A client's details, to be corrected.    model: EditClientViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property EditClientViewModel model

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            PageHeading {
                text: qsTr("Endre opplysninger")
                subtitle: root.model.name
            }
            Notice {
                enabled: root.model.details.isOpen
                actionText: qsTr("Forkast")
                text: root.model.draftText
                visible: text.length > 0

                onActionTriggered: root.model.discard()
            }
            ClientFields {
                anywayText: qsTr("Lagre likevel")
                details: root.model.details
                focus: true

                onAccepted: root.model.save()
                onSavedAnyway: root.model.saveAnyway()
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Lukk")

                onClicked: root.model.close()
            }
            trailing: AppButton {
                enabled: root.model.details.isOpen
                wide: true
                text: root.model.isSaving ? qsTr("Lagrer") : qsTr("Lagre")

                onClicked: root.model.save()
            }
        }
    }
}
