using Quartz;

namespace SupportConsole.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection("Jobs")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<JobTimes>();
        services.AddSingleton<JobControl>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "SupportConsole");
            quartz.AddJobListener(provider => provider.GetRequiredService<JobRuns>());
            JobSchedule.Fill(quartz);
        });
        if (configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
            services.AddHostedService<DueJobs>();
        }
    }
}
