// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The content of a case a supervisor has opened, to read.    model: SupervisorViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Supervisor

ColumnLayout {
    id: root

    required property SupervisorViewModel model

    Layout.fillWidth: true
    spacing: Theme.spaceL

    Notice {
        tone: Notice.Warning
        actionText: qsTr("Se begge")
        text: root.model.review.text
        visible: text.length > 0

        onActionTriggered: root.model.review.open()
    }
    Notice {
        tone: Notice.Warning
        actionText: qsTr("Se gjennom")
        text: root.model.review.lateText
        visible: text.length > 0

        onActionTriggered: root.model.review.openLate()
    }
    Card {
        visible: root.model.hasMapping

        StrongText {
            text: qsTr("Hva sier kartleggingen")
        }
        LayerBox {
            kind: LayerBox.Client
            label: root.model.ownWordsLabel

            BodyText {
                text: root.model.ownWords.length > 0 ? root.model.ownWords : qsTr("Svarte ikke på hva som er viktigst.")
            }
        }
        LayerBox {
            kind: LayerBox.Counsellor
            label: root.model.assessmentLabel

            BodyText {
                text: root.model.assessment.length > 0 ? root.model.assessment : qsTr("Ikke skrevet.")
            }
        }
    }
    BodyText {
        color: Theme.subtle
        text: qsTr("Ingen bekreftet kartlegging ennå.")
        visible: !root.model.hasMapping
    }
    Notice {
        tone: Notice.Warning
        title: qsTr("Oppfølging er ikke avtalt")
        text: root.model.noTaskReason.length > 0
            ? qsTr("Grunn: %1", "why no task was agreed").arg(root.model.noTaskReason)
            : qsTr("Kartleggingen ble bekreftet uten at noen oppgave har frist.")
        visible: root.model.lacksFollowUp
    }
    StrongText {
        text: qsTr("Plan og oppgaver")
    }
    ListCard {
        emptyText: qsTr("Ingen oppgave er avtalt.")

        Repeater {
            model: root.model.tasks

            ListRow {
                id: task

                required property string what
                required property string detail
                required property bool isDone

                ColumnLayout {
                    spacing: 0

                    BodyText {
                        text: task.what
                    }
                    SecondaryText {
                        text: task.detail
                    }
                }
                Badge {
                    text: qsTr("Gjort")
                    tone: Badge.Success
                    visible: task.isDone
                }
            }
        }
    }
    StrongText {
        text: qsTr("Vedlegg")
    }
    ListCard {
        emptyText: qsTr("Ingen vedlegg i saken.")

        Repeater {
            model: root.model.attachments

            PersonRow {
                required property string title
                required detail

                name: title

                onActivated: root.model.showAttachments()
            }
        }
    }
    StrongText {
        text: qsTr("Kontakter")
    }
    ListCard {
        emptyText: qsTr("Ingen kontakt er logget.")

        Repeater {
            model: root.model.contacts

            ListRow {
                id: contact

                required property string when
                required property string text

                ColumnLayout {
                    spacing: 0

                    SecondaryText {
                        text: contact.when
                    }
                    BodyText {
                        text: contact.text
                    }
                }
            }
        }
    }
}
