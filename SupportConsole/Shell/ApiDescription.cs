using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportConsole.Access;

namespace SupportConsole.Shell;

/// <summary>The description of the API for programs that write clients: /openapi/v1.json.</summary>
internal static class ApiDescription
{
    private const string Key = "api_key";
    private const string Signature = "webhook_signature";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer(SayWhoMay);
        options.AddSchemaTransformer(DescribeProblems);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi().AllowAnonymous();

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "SupportConsole",
            Version = "v1",
            Description =
                "JSON in snake_case. Times are ISO 8601 in UTC, rates 0..1, differences of rates in points, durations in seconds. " +
                "Errors are problem details (RFC 9457), with errors by field where fields are to blame. Lists are read page by page with next_cursor.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, sc_..., with the scope intake, read or admin; admin may also read.",
            },
            [Signature] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = WebhookSignature.Header,
                Description = "t=<unix>,v1=<hex HMAC-SHA256 of \"t.body\" with the webhook's secret>, beside the webhook's name in X-Webhook.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task SayWhoMay(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.RelativePath!.StartsWith("api/webhooks/", StringComparison.Ordinal))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Signature, context.Document)] = [] }];
            operation.Parameters = [new OpenApiParameter { Name = WebhookSignature.NameHeader, In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } }];
        }
        else if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().FirstOrDefault() is { } needs)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
            operation.Description += $" Scope: {needs.Policy?.Replace("Api", "", StringComparison.Ordinal).ToLowerInvariant()}.";
        }

        operation.RequestBody?.Content?.Remove(ApiEndpoints.AnyContent); // Read all the same, but nobody should begin with it.
        // Read as text, so that a wrong one is named like any other field; meant as a number.
        foreach (var limit in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == "limit"))
            limit.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{Paging.Most}" };
        return Task.CompletedTask;
    }

    // Problem details carry more than the standard's own names.
    private static Task DescribeProblems(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
        {
            schema.Properties!["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
            schema.Properties["outcome"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Why a decision was too late: already_decided or target_moved." };
        }

        return Task.CompletedTask;
    }
}
