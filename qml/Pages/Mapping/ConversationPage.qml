// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The talk about the answers, theme by theme. The themes stand at the side, or in a strip on top where it is narrow.
//   model: ConversationViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property ConversationViewModel model
    readonly property bool compact: width < Theme.narrowWidth

    focus: true

    // Leaves the field that is being written in, so that it is saved, before the page goes.
    function leave(): void {
        toNext.forceActiveFocus();
        model.leave();
    }

    // The button goes when the words are read, and the focus with it.
    function markRead(): void {
        toNext.forceActiveFocus();
        model.markRead();
    }

    function letClientGoOn(): void {
        toNext.forceActiveFocus();
        model.letClientGoOn(Theme.textScale);
    }

    Keys.onEscapePressed: root.leave()

    Connections {
        target: root.model

        function onLedToUnread(): void {
            scroll.contentY = 0;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    GridLayout {
        anchors.fill: parent
        columns: root.compact ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        SideBar {
            Layout.fillHeight: !root.compact
            Layout.fillWidth: root.compact
            compact: root.compact
            title: root.compact ? "" : qsTr("KIS-samtale")

            Repeater {
                model: root.model.themes

                SideBarItem {
                    required property int index
                    required property string title
                    required property string state
                    required property bool isCurrent
                    required property bool needsReading

                    text: title
                    detail: state
                    detailTone: needsReading ? SideBarItem.Warning : SideBarItem.Neutral
                    selected: isCurrent

                    onActivated: root.model.openTheme(index)
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            PageScroll {
                id: scroll

                readonly property string theme: root.model.themeTitle

                Layout.fillWidth: true
                Layout.fillHeight: true
                maximumWidth: 0
                sideMargin: Theme.spaceXl
                spacing: Theme.spaceM

                onThemeChanged: scroll.contentY = 0

                PageHeading {
                    text: root.model.themeTitle
                    subtitle: qsTr("Det %1 svarte, står urørt. Det dere endrer sammen, står i midten.", "client's name")
                        .arg(root.model.clientName)

                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("Til saken")

                        onClicked: root.leave()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: qsTr("La %1 svare videre", "client's name").arg(root.model.clientName)
                        visible: root.model.clientName.length > 0

                        onClicked: root.letClientGoOn()
                    }
                    AppButton {
                        kind: AppButton.Quiet
                        text: root.model.showsAllFields ? qsTr("Vis færre felter") : qsTr("Vis alle felter")

                        onClicked: root.model.showAllFields(!root.model.showsAllFields)
                    }
                }
                Notice {
                    tone: Notice.Warning
                    title: qsTr("Ulest tekst")
                    text: root.model.unreadNotice
                    visible: text.length > 0
                }
                Column {
                    Layout.fillWidth: true
                    spacing: Theme.spaceM

                    Repeater {
                        model: root.model.items

                        ConversationItem {
                            width: scroll.columnWidth
                            model: root.model
                            stacked: scroll.room < Theme.columnWidth + Theme.spaceXxxl
                        }
                    }
                }
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Lest")
                    Accessible.description: qsTr("Vi har lest det %1 skrev her", "client's name").arg(root.model.clientName)
                    visible: root.model.unreadNotice.length > 0

                    onClicked: root.markRead()
                }
                BodyText {
                    color: Theme.subtle
                    text: qsTr("Ingen spørsmål her i det utvalget dere bruker. Trykk «Vis alle felter» for å se alle.")
                    visible: root.model.items.count === 0
                }
            }
            BarNotice {
                maximumWidth: 0
                text: root.model.message
            }
            BottomBar {
                plain: true
                sideMargin: Theme.spaceXl
                text: root.model.savedText
                leading: AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: qsTr("Vi ser det ulikt")

                    onClicked: root.model.seeDifferently()
                }
                trailing: [
                    AppButton {
                        kind: AppButton.Secondary
                        text: qsTr("Forrige")
                        visible: root.model.hasPrevious

                        onClicked: root.model.previous()
                    },
                    AppButton {
                        id: toNext

                        focus: true
                        text: root.model.nextText

                        onClicked: root.model.next()
                    }
                ]
            }
        }
    }
}
