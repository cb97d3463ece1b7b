// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What somebody wrote in a case after they had it no longer, and what becomes of it.    model: LateWritesViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Review

FocusScope {
    id: root

    required property LateWritesViewModel model

    focus: true

    Keys.onEscapePressed: root.model.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            tellsMore: true

            PageHeading {
                over: root.model.name
                text: qsTr("Kommet etter at saken skiftet hender")
                subtitle: qsTr("Dette skrev noen som ikke hadde saken lenger. Ingenting av det står i saken før det blir tatt inn.")
            }
            Notice {
                tone: Notice.Success
                actionText: root.model.canUndo ? qsTr("Angre") : ""
                text: root.model.doneText
                visible: text.length > 0

                onActionTriggered: root.model.undo()
            }
            SecondaryText {
                text: qsTr("Henter det som er kommet …")
                visible: !root.model.isLoaded && root.model.message.length === 0
            }
            BodyText {
                text: qsTr("Alt er gjennomgått.")
                visible: root.model.isLoaded && root.model.items.count === 0
            }
            Repeater {
                model: root.model.items

                LateWriteCard {
                    required property int index
                    required what
                    required who
                    required contents
                    required note
                    required action

                    enabled: !root.model.isSaving
                    canDecide: !root.model.isReader

                    onTaken: root.model.takeIn(index)
                    onSetAside: root.model.setAside(index)
                }
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                focus: true
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Tilbake")

                onClicked: root.model.close()
            }
        }
    }
}
