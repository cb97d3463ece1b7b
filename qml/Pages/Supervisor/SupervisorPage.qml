// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What came in, and beside it the case that is chosen. Its content opens on a stated need.    model: SupervisorViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Supervisor

FocusScope {
    id: root

    required property SupervisorViewModel model
    readonly property bool compact: width < Theme.columnWidth
    // Where there is room for one of them, the case that was chosen covers the list.
    property bool coversList: model.hasSelection
    readonly property bool showsContent: !compact || coversList
    readonly property bool showsList: !compact || !coversList

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    GridLayout {
        anchors.fill: parent
        columns: root.compact ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        Rectangle {
            Layout.fillHeight: true
            Layout.fillWidth: root.compact
            Layout.preferredWidth: root.compact ? root.width : Math.min(Theme.px(115), root.width / 2)
            color: Theme.raised
            visible: root.showsList

            ScrollArea {
                id: list

                anchors.fill: parent
                contentWidth: width
                contentHeight: rows.implicitHeight

                // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
                Column {
                    id: rows

                    readonly property real room: list.width - Theme.spaceXl - Theme.spaceXl

                    width: list.width

                    Column {
                        bottomPadding: Theme.spaceL
                        leftPadding: Theme.spaceL + Theme.spaceXs
                        topPadding: Theme.spaceXl
                        spacing: Theme.spaceM

                        Column {
                            spacing: Theme.spaceXs

                            HeadingText {
                                width: rows.room
                                level: 3
                                text: qsTr("Kommet inn")
                            }
                            SecondaryText {
                                width: rows.room
                                text: root.model.summary
                            }
                        }
                        TextLineField {
                            width: rows.room
                            focus: true
                            placeholder: qsTr("Søk etter bruker eller veileder")
                            text: root.model.searchText

                            onEdited: value => root.model.searchText = value
                        }
                        ChipChoice {
                            width: rows.room
                            choices: root.model.stateChoices
                            current: root.model.state
                            Accessible.name: qsTr("Hvilke saker som vises")

                            onPicked: index => root.model.state = index
                        }
                    }
                    SecondaryText {
                        width: list.width
                        leftPadding: Theme.spaceL + Theme.spaceXs
                        rightPadding: Theme.spaceXl
                        text: qsTr("Ingen saker passer. Prøv med færre bokstaver, eller velg Alle.")
                        visible: root.model.isNarrowed && root.model.inbox.count === 0
                    }
                    Repeater {
                        model: root.model.inbox

                        PersonRow {
                            required property string caseId
                            required property string badge
                            required property int tone
                            required property bool isSelected
                            required name
                            required detail

                            narrow: width < Theme.px(90)
                            selected: isSelected
                            trailing: badge
                            trailingBadge: true
                            trailingTone: tone

                            onActivated: {
                                root.model.select(caseId);
                                root.coversList = true;
                            }
                        }
                    }
                }
            }
            Rectangle {
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.right: parent.right
                implicitWidth: Theme.hairline
                color: Theme.border
                visible: !root.compact
            }
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 0
            visible: root.showsContent

            PageScroll {
                Layout.fillHeight: true
                Layout.fillWidth: true
                centered: false

                BodyText {
                    color: Theme.subtle
                    text: root.model.hint
                    visible: !root.model.hasSelection
                }
                PageHeading {
                    over: root.model.over
                    text: root.model.name
                    visible: root.model.hasSelection

                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Til listen")
                        visible: root.compact

                        onClicked: root.coversList = false
                    }
                    AppButton {
                        kind: AppButton.Secondary
                        text: qsTr("Hvem har saken")

                        onClicked: root.model.showAccess()
                    }
                }
                NeedForm {
                    model: root.model
                    visible: root.model.hasSelection && !root.model.isOpened
                }
                CaseContent {
                    model: root.model
                    visible: root.model.isOpened
                }
            }
            BarNotice {
                maximumWidth: 0
                text: root.model.message
            }
            BottomBar {
                plain: true
                text: root.model.isOpened ? qsTr("Du er loggført på denne saken nå. Kartleggingen kan ikke endres.")
                                          : qsTr("Når du åpner saken, blir det loggført at du gjorde det, og hvorfor.")
                visible: root.model.hasSelection
                trailing: AppButton {
                    text: root.model.isOpened ? qsTr("Les hele kartleggingen") : qsTr("Åpne saken")
                    visible: !root.model.isOpened || root.model.hasMapping

                    onClicked: {
                        if (root.model.isOpened)
                            root.model.readMapping();
                        else
                            root.model.open();
                    }
                }
            }
        }
    }
}
