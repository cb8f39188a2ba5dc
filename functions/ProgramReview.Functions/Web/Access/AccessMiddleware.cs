using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Access;

/// <summary>The one place where HTTP calls are let in or turned away; closed by default.</summary>
internal sealed class AccessMiddleware(
    AudienceTable audiences,
    IStaffAccess staff,
    OwnSite site,
    Problems problems
) : IFunctionsWorkerMiddleware
{
    private const string StaffItem = "ProgramReview.Staff";

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (
            context.GetHttpContext() is { } http
            && audiences.RoleFor(context.FunctionDefinition.Name) is { } role
            && !await LetInAsync(http, role)
        )
        {
            return;
        }
        await next(context);
    }

    /// <summary>Who of the staff a request was let in for.</summary>
    public static StaffMember StaffOf(HttpRequest request) =>
        request.HttpContext.Items[StaffItem] as StaffMember
        ?? throw new InvalidOperationException("This function is not for the staff.");

    /// <summary>The name of the operator a request was let in for.</summary>
    public static string OperatorOf(HttpRequest request) => StaffOf(request).Name;

    private async Task<bool> LetInAsync(HttpContext http, StaffRole role)
    {
        var member = staff.Find(http);
        if (
            member is null
            && HttpMethods.IsGet(http.Request.Method)
            && Problems.WantsPage(http.Request)
            && staff.SignInAddress(http.Request) is { } signIn
        )
        {
            http.Response.Redirect(signIn);
            return false;
        }
        if (member is null || member.Role < role)
        {
            await problems.WriteAsync(http, StatusCodes.Status403Forbidden, CodeFor(role));
            return false;
        }
        if (!IsSafe(http.Request.Method) && site.IsForeign(http.Request))
        {
            await problems.WriteAsync(http, StatusCodes.Status403Forbidden, "cross-site");
            return false;
        }
        http.Items[StaffItem] = member;
        return true;
    }

    private static string CodeFor(StaffRole role) =>
        role switch
        {
            StaffRole.Operator => "operators-only",
            StaffRole.Auditor => "auditors-only",
            _ => "staff-only",
        };

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
