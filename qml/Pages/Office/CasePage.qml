// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One case on one page: the client's words, tasks with who and when, contacts, people around.    model: CaseViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property CaseViewModel model
    readonly property bool stacked: width < Theme.narrowWidth
    readonly property bool hasFailed: !model.isLoaded && model.message.length > 0

    focus: true

    PageScroll {
        id: page

        anchors.fill: parent
        maximumWidth: 0

        PageHeading {
            text: root.model.name
            subtitle: root.model.facts

            AppButton {
                enabled: !root.hasFailed
                kind: AppButton.Secondary
                text: qsTr("Logg kontakt")

                onClicked: root.model.logContact()
            }
            AppButton {
                enabled: !root.hasFailed
                focus: true
                text: root.model.mappingAction

                onClicked: root.model.startOrContinueMapping()
            }
        }
        // Not in the heading: what its lines need is known too late at 200 %, and it would lie under the actions.
        ActionRow {
            room: page.room

            AppButton {
                flush: true
                kind: AppButton.Quiet
                text: qsTr("Endre opplysninger")
                visible: root.model.canEditDetails

                onClicked: root.model.editDetails()
            }
            AppButton {
                flush: true
                kind: AppButton.Quiet
                text: qsTr("Hvem har saken")
                visible: root.model.isLoaded

                onClicked: root.model.showAccess()
            }
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        Notice {
            tone: Notice.Warning
            text: root.model.arrivingText
            visible: text.length > 0
        }
        Notice {
            text: root.model.handoverText
            visible: text.length > 0
        }
        Notice {
            actionText: qsTr("Fortsett på kladden")
            text: root.model.draftText
            visible: text.length > 0

            onActionTriggered: root.model.logContact()
        }
        CaseReviewNotices {
            review: root.model.review
            visible: root.model.isLoaded && isSaying
        }
        SecondaryText {
            text: qsTr("Åpner saken …")
            visible: !root.model.isLoaded && root.model.message.length === 0
        }
        // Positioners, because layouts inside layouts give up on cards whose height follows their width.
        Grid {
            id: columns

            readonly property real columnWidth: root.stacked ? page.room : (page.room - columnSpacing) / 2

            Layout.fillWidth: true
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.spaceL
            rowSpacing: Theme.spaceL
            visible: root.model.isLoaded

            Column {
                width: columns.columnWidth
                spacing: Theme.spaceL

                CaseMapping {
                    width: columns.columnWidth
                    model: root.model
                }
                CaseAttachments {
                    width: columns.columnWidth
                    model: root.model
                }
                Card {
                    width: columns.columnWidth
                    title: qsTr("Personer rundt %1").arg(root.model.firstName)
                    visible: root.model.people.length > 0

                    SecondaryText {
                        color: Theme.textColor
                        text: root.model.people
                    }
                }
            }
            Column {
                width: columns.columnWidth
                spacing: Theme.spaceL

                CaseTasks {
                    width: columns.columnWidth
                    model: root.model
                }
                CaseContacts {
                    width: columns.columnWidth
                    model: root.model
                }
            }
        }
    }
}
