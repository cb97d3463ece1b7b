// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The next appointment alone; the others of the day are initials, behind one tap.    model: AppointmentsViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

FocusScope {
    id: root

    required property AppointmentsViewModel model

    focus: true

    PageScroll {
        anchors.fill: parent
        centered: false

        PageHeading {
            over: root.model.over
            text: qsTr("Neste avtale")
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        AppointmentNews {
            editor: root.model.appointment
        }
        Card {
            visible: root.model.hasNext

            RowLayout {
                spacing: Theme.spaceL

                Avatar {
                    initials: root.model.initials
                    large: true
                }
                ColumnLayout {
                    spacing: 0

                    HeadingText {
                        level: 3
                        text: root.model.name
                    }
                    BodyText {
                        color: Theme.subtle
                        text: root.model.detail
                    }
                }
            }
            SecondaryText {
                color: Theme.textColor
                text: root.model.agreed
                visible: text.length > 0
            }
            ActionRow {
                room: parent.width

                AppButton {
                    focus: visible
                    text: qsTr("Fortsett KIS")
                    visible: root.model.hasOpenMapping

                    onClicked: root.model.continueMapping()
                }
                AppButton {
                    focus: !root.model.hasOpenMapping
                    kind: root.model.hasOpenMapping ? AppButton.Secondary : AppButton.Primary
                    text: qsTr("Logg kontakt")

                    onClicked: root.model.logContact()
                }
                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Åpne saken")

                    onClicked: root.model.openNext()
                }
            }
            ActionRow {
                room: parent.width
                columnSpacing: Theme.spaceXl
                visible: !root.model.appointment.isMoving

                AppButton {
                    id: move

                    enabled: !root.model.appointment.isBusy
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Flytt avtalen")

                    onClicked: root.model.appointment.move()
                }
                AppButton {
                    enabled: root.model.appointment.canCancel
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Avlys avtalen")

                    onClicked: root.model.appointment.cancel()
                }
            }
            AppointmentMove {
                editor: root.model.appointment
                opener: move
            }
        }
        Card {
            title: qsTr("Ingen avtaler de neste to ukene")
            visible: root.model.isLoaded && !root.model.hasNext && !root.model.holdsBack

            BodyText {
                text: qsTr("Nye avtaler lager du når du logger en kontakt.")
            }
        }
        Card {
            visible: root.model.holdsBack

            BodyText {
                text: qsTr("Neste avtale er med en annen bruker. Andre brukere vises ikke når du er ute.")
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Vis likevel")

                onClicked: root.model.showNext()
            }
        }
        RowLayout {
            spacing: Theme.spaceL
            visible: root.model.others.length > 0 && !others.visible

            SecondaryText {
                text: root.model.others
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Vis likevel")
                visible: root.model.othersRows.count > 0

                onClicked: root.model.showOthers()
            }
        }
        HeadingText {
            level: 4
            text: qsTr("Senere i dag")
            visible: others.visible
        }
        PeopleList {
            id: others

            people: root.model.othersRows
            visible: root.model.showsOthers && root.model.othersRows.count > 0

            onOpened: (caseId) => root.model.openCase(caseId)
        }
    }
}
