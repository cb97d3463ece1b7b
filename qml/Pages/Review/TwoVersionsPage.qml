// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Two versions of the same, side by side or above each other, and a person's choice.    model: TwoVersionsViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Review

FocusScope {
    id: root

    required property TwoVersionsViewModel model
    readonly property bool stacked: width < Theme.narrowWidth
    readonly property bool isDone: model.isLoaded && !model.hasConflict

    focus: true

    Keys.onEscapePressed: root.model.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: page

            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: 0
            tellsMore: true

            Notice {
                tone: Notice.Success
                actionText: qsTr("Velg på nytt")
                text: root.model.settledText
                visible: text.length > 0

                onActionTriggered: root.model.chooseAgain()
            }
            PageHeading {
                over: root.model.over
                text: root.model.title
                subtitle: root.model.lead
            }
            SecondaryText {
                text: qsTr("Henter versjonene …")
                visible: !root.model.isLoaded && root.model.message.length === 0
            }
            BodyText {
                text: qsTr("Ingenting i saken har to versjoner nå.")
                visible: root.isDone
            }
            // A positioner, because layouts inside layouts give up on cards whose height follows their width.
            Grid {
                id: cards

                readonly property int across: root.stacked || versions.count > 2 ? 1 : 2
                readonly property real cardWidth: (page.room - columnSpacing * (across - 1)) / across
                readonly property real tallest: highest()

                // As high as the highest beside it, so that the choices stand in line.
                function highest(): real {
                    let height = 0;
                    for (let i = 0; across > 1 && i < versions.count; ++i) {
                        const card = versions.itemAt(i);
                        height = Math.max(height, card ? card.implicitHeight : 0);
                    }
                    return height;
                }

                Layout.fillWidth: true
                columns: across
                columnSpacing: Theme.spaceXl
                rowSpacing: Theme.spaceL
                visible: root.model.hasConflict

                Repeater {
                    id: versions

                    model: root.model.versions

                    VersionCard {
                        required property int index
                        required who
                        required when
                        required words
                        required onlyHere
                        required action
                        required isClients

                        width: cards.cardWidth
                        height: Math.max(implicitHeight, cards.tallest)
                        enabled: !root.model.isSaving

                        onChosen: root.model.choose(index)
                    }
                }
            }
            Card {
                visible: root.model.canWriteCommon

                TextBlockField {
                    enabled: !root.model.isSaving
                    label: root.model.commonLabel
                    text: root.model.commonText

                    onEdited: value => root.model.commonText = value
                }
                RowLayout {
                    spacing: Theme.spaceL

                    SecondaryText {
                        text: root.model.agreedText
                    }
                    AppButton {
                        enabled: !root.model.isSaving && root.model.commonText.length > 0
                        text: root.model.commonAction

                        onClicked: root.model.useCommon()
                    }
                }
            }
        }
        BarNotice {
            maximumWidth: 0
            text: root.model.message
        }
        BottomBar {
            text: root.model.place
            leading: AppButton {
                focus: true
                kind: AppButton.Quiet
                flush: true
                text: root.model.isReader ? qsTr("Lukk") : qsTr("La det stå så lenge")
                visible: !root.isDone

                onClicked: root.model.close()
            }
            trailing: [
                AppButton {
                    text: qsTr("Tilbake")
                    visible: root.isDone
                    wide: true

                    onClicked: root.model.close()
                },
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Neste")
                    visible: root.model.hasNext

                    onClicked: root.model.next()
                },
                AppButton {
                    text: root.model.withClientAction
                    visible: text.length > 0
                    wide: true

                    onClicked: root.model.goThroughWithClient()
                }
            ]
        }
    }
}
