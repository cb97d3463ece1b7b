// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Application
import Veikart.ViewModels.Shared

// The pages that stand beside the side bar, which tells at all times how things stand with the office.
AppFrame {
    id: root

    required property ApplicationViewModel model

    readonly property ApplicationViewModel app: model

    readonly property int currentPage: app.navigator.page

    function show(page: int): void {
        switch (page) {
        case Navigator.Caseload: return pages.open("Office/CaseloadPage.qml", root.app.caseload);
        case Navigator.NewClient: return pages.open("Office/NewClientPage.qml", root.app.newClient);
        case Navigator.EditClient: return pages.open("Office/EditClientPage.qml", root.app.editClient);
        case Navigator.CaseAccess: return pages.open("Office/CaseAccessPage.qml", root.app.access);
        case Navigator.Emergency: return pages.open("Office/EmergencyPage.qml", root.app.emergency);
        case Navigator.CaseAudit: return pages.open("Supervisor/CaseAuditPage.qml", root.app.audit);
        case Navigator.Attachments: return pages.open("Attachments/AttachmentsPage.qml", root.app.attachments);
        case Navigator.LateWrites: return pages.open("Review/LateWritesPage.qml", root.app.lateWrites);
        case Navigator.CasePage: return pages.open("Office/CasePage.qml", root.app.caseFile);
        case Navigator.Supervisor: return pages.open("Supervisor/SupervisorPage.qml", root.app.supervisor);
        case Navigator.Settings: return pages.open("Office/SettingsPage.qml", root.app.settings);
        case Navigator.Unsent: return pages.open("Review/UnsentPage.qml", root.app.unsent);
        case Navigator.Appointments: return pages.open("Office/AppointmentsPage.qml", root.app.appointments);
        }
    }

    function toneFor(tone: int): int {
        switch (tone) {
        case SyncViewModel.Good: return SideBar.Success;
        case SyncViewModel.Attention: return SideBar.Warning;
        default: return SideBar.Neutral;
        }
    }

    // The side bar leads to other people's names.
    alone: currentPage === Navigator.Attachments && app.attachments.isWithClient
    title: qsTr("Veikart")
    personName: app.userName
    personDetail: app.userDetail
    status: app.sync.headline
    statusDetail: app.sync.detail
    statusTone: toneFor(app.sync.tone)

    entries: [
        SideBarItem {
            visible: root.app.isSupervisor
            text: qsTr("Kommet inn")
            selected: root.currentPage === Navigator.Supervisor || root.currentPage === Navigator.CaseAccess
                      || root.currentPage === Navigator.LateWrites
            onActivated: root.app.showSupervisor()
        },
        SideBarItem {
            visible: !root.app.isSupervisor
            text: qsTr("Brukere")
            selected: root.currentPage === Navigator.Caseload || root.currentPage === Navigator.NewClient
                      || root.currentPage === Navigator.CasePage || root.currentPage === Navigator.EditClient
                      || root.currentPage === Navigator.CaseAccess || root.currentPage === Navigator.LateWrites
                      || root.currentPage === Navigator.Attachments
            onActivated: root.app.showCaseload()
        },
        SideBarItem {
            visible: !root.app.isSupervisor
            text: qsTr("Avtaler")
            selected: root.currentPage === Navigator.Appointments
            onActivated: root.app.showAppointments()
        },
        SideBarItem {
            text: qsTr("Innstillinger")
            selected: root.currentPage === Navigator.Settings
            onActivated: root.app.showSettings()
        }
    ]

    onStatusActivated: root.app.showUnsent()
    onCurrentPageChanged: root.show(currentPage)
    Component.onCompleted: root.show(currentPage)

    PageLoader {
        id: pages
    }
}
